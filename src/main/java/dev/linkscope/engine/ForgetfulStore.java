package dev.linkscope.engine;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.OutcomeStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps nothing but how far it got: for made-up printers, whose data must never stand among
 * measured ones.
 */
final class ForgetfulStore implements OutcomeStore {
    private final Map<String, Long> sequences = new ConcurrentHashMap<>();

    @Override
    public void beginRun(PrinterId printer, Run run) {}

    @Override
    public void schedule(String runId, AgentFrame.Schedule schedule) {}

    @Override
    public void clock(String runId, ClockReading reading) {}

    @Override
    public void append(String runId, List<Outcome> outcomes) {
        outcomes.forEach(outcome -> sequences.merge(runId, outcome.sequence(), Math::max));
    }

    @Override
    public void lost(String runId, AgentFrame.Lost lost) {}

    @Override
    public void fact(PrinterId printer, Fact fact, Instant at) {}

    @Override
    public long committedSequence(String runId) {
        return sequences.getOrDefault(runId, 0L);
    }

    @Override
    public Optional<LastRun> latest(PrinterId printer) {
        return Optional.empty();
    }

    @Override
    public List<AgentFrame.Lost> lost(String runId) {
        return List.of();
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
    public boolean forget(PrinterId printer) {
        return true;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
