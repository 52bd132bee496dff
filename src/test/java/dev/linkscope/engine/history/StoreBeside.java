package dev.linkscope.engine.history;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.OutcomeStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A history that is read under other names: an operator that throws is a broken disk. */
public final class StoreBeside implements OutcomeStore {
    private final OutcomeStore store;
    private final UnaryOperator<PrinterId> named;

    public StoreBeside(OutcomeStore store, UnaryOperator<PrinterId> named) {
        this.store = store;
        this.named = named;
    }

    @Override
    public List<RecordedRun> read(PrinterId printer, String target, Instant from, Instant to) {
        return store.read(named.apply(printer), target, from, to);
    }

    @Override
    public List<Fact> facts(PrinterId printer) {
        return store.facts(named.apply(printer));
    }

    @Override
    public Optional<LastRun> latest(PrinterId printer) {
        return store.latest(named.apply(printer));
    }

    @Override
    public boolean forget(PrinterId printer) {
        return store.forget(named.apply(printer));
    }

    @Override
    public void flush() {
        store.flush();
    }

    @Override
    public void beginRun(PrinterId printer, Run run) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void schedule(String runId, AgentFrame.Schedule schedule) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clock(String runId, ClockReading reading) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void append(String runId, List<Outcome> outcomes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void lost(String runId, AgentFrame.Lost lost) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void fact(PrinterId printer, Fact fact, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long committedSequence(String runId) {
        return store.committedSequence(runId);
    }

    @Override
    public List<AgentFrame.Lost> lost(String runId) {
        return store.lost(runId);
    }

    @Override
    public void close() {}
}
