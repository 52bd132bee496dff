package dev.linkscope.engine.port;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.history.FactReading;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * History of everything measured. Writing is asynchronous: one writer commits for all sessions in
 * groups, and an outcome whose key (run id, sequence) is already stored is ignored. Thread-safe.
 */
public interface OutcomeStore extends AutoCloseable {
    /** Announces a run of an agent; must precede its outcomes. Idempotent. */
    void beginRun(PrinterId printer, Run run);

    /** Where a probe's slots lie in a run. Idempotent. */
    void schedule(String runId, AgentFrame.Schedule schedule);

    /** Adds a pair of clock readings to a run's clock map. */
    void clock(String runId, ClockReading reading);

    /** Queues outcomes of a run; blocks only while the queue is full. */
    void append(String runId, List<Outcome> outcomes);

    /** Notes what the agent of a run could no longer hold; replaces what lies within it. */
    void lost(String runId, AgentFrame.Lost lost);

    /**
     * Remembers the latest reading of a fact, and as one of a series where {@link
     * dev.linkscope.domain.history.ReadingPace} has it so.
     */
    void fact(PrinterId printer, Fact fact, Instant at);

    /** Highest sequence of a run that is safely on disk; 0 if none. */
    long committedSequence(String runId);

    /** The run that a printer was last measured in, and how far it is on disk; empty if none. */
    Optional<LastRun> latest(PrinterId printer);

    /** What the agent of a run could no longer hold, in the order of its entries. */
    List<AgentFrame.Lost> lost(String runId);

    /**
     * All outcomes of one probe of a printer whose slot was due in the span, run by run in the
     * order of time.
     *
     * @param target id of the probe, such as {@code server}
     * @param from inclusive
     * @param to exclusive
     */
    List<RecordedRun> read(PrinterId printer, String target, Instant from, Instant to);

    /** Latest facts of a printer. */
    List<Fact> facts(PrinterId printer);

    /**
     * Readings of facts, oldest first, and of each fact the last one before the span, as it held at
     * its start. Times are whole seconds.
     *
     * @param keys names of facts; empty for all of which readings are kept
     * @param from inclusive
     * @param to exclusive
     */
    default List<FactReading> readings(
            PrinterId printer, Set<String> keys, Instant from, Instant to) {
        return List.of();
    }

    /**
     * Forgets all that was measured, concluded and noted of a printer, in one transaction; what was
     * changed because of it stays. Nobody may write of the printer meanwhile. Blocks.
     *
     * @return whether it is gone for good; false if that could not be written
     */
    boolean forget(PrinterId printer);

    /** Blocks until everything queued so far is committed, or cannot be. */
    void flush();

    /**
     * What keeps outcomes from being stored right now; null while all is well. Its key with {@code
     * .next} says what to do.
     */
    default @Nullable Statement problem() {
        return null;
    }

    /** Commits what is queued and closes. Idempotent. */
    @Override
    void close();

    /**
     * One run: what an agent measured for one subscription.
     *
     * @param runId id of the run
     * @param bootId boot that it ran in
     * @param processId agent that it belongs to; empty if it is not known
     * @param agentVersion version of the agent
     * @param seenAt when this computer first saw it
     */
    record Run(
            String runId, String bootId, String processId, String agentVersion, Instant seenAt) {}

    /**
     * A run and how far it is on disk.
     *
     * @param run the run
     * @param sequence highest sequence that is safely on disk; 0 if none
     */
    record LastRun(Run run, long sequence) {}

    /**
     * Outcomes of one probe in one run, with what is needed to place them in time.
     *
     * @param run the run
     * @param schedule where its slots lie
     * @param clocks clock map, oldest first, at least one
     * @param outcomes in the order of slots
     */
    record RecordedRun(
            Run run,
            AgentFrame.Schedule schedule,
            List<ClockReading> clocks,
            List<Outcome> outcomes) {
        public RecordedRun {
            clocks = List.copyOf(clocks);
            outcomes = List.copyOf(outcomes);
        }
    }
}
