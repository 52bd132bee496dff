package dev.linkscope.store;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.OutcomeStore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing to be written. */
sealed interface Write {
    /** How many places it takes in the queue. */
    default int weight() {
        return 1;
    }

    /** Whether it may be let go when nothing can be written: it comes again by itself. */
    default boolean mayBeLetGo() {
        return false;
    }

    /** A run and the printer that it belongs to. */
    record BeginRun(PrinterId printer, OutcomeStore.Run run) implements Write {}

    /** Where slots lie. */
    record AddSchedule(String runId, AgentFrame.Schedule schedule) implements Write {}

    /** A pair of clock readings. */
    record AddClock(String runId, ClockReading reading) implements Write {}

    /** What the agent could no longer hold. */
    record AddLost(String runId, AgentFrame.Lost lost) implements Write {}

    /** From where to ask the agent again; null when nothing is missing any more. */
    record ResumeAfter(String runId, @Nullable Long sequence) implements Write {}

    /** Latest reading of a fact. */
    record SetFact(PrinterId printer, Fact fact, Instant at) implements Write {
        @Override
        public boolean mayBeLetGo() {
            return true;
        }
    }

    /** Outcomes of one run, not more than one group takes. */
    record Append(String runId, List<Outcome> outcomes) implements Write {
        @Override
        public int weight() {
            return outcomes.size();
        }

        @Override
        public boolean mayBeLetGo() {
            return true;
        }
    }
}
