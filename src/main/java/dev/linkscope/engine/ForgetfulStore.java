package dev.linkscope.engine;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.OutcomeStore;
import java.time.Instant;
import java.util.List;

/** Keeps nothing: for made-up printers, whose data must never stand among measured ones. */
final class ForgetfulStore implements OutcomeStore {
    @Override
    public void beginRun(PrinterId printer, Run run) {}

    @Override
    public void schedule(String runId, AgentFrame.Schedule schedule) {}

    @Override
    public void clock(String runId, ClockReading reading) {}

    @Override
    public void append(String runId, List<Outcome> outcomes) {}

    @Override
    public void fact(PrinterId printer, Fact fact, Instant at) {}

    @Override
    public long committedSequence(String runId) {
        return 0;
    }

    @Override
    public List<RecordedRun> read(PrinterId printer, String target, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public List<Fact> facts(PrinterId printer) {
        return List.of();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
