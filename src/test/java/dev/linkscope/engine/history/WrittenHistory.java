package dev.linkscope.engine.history;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.probe.Timings;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.OutcomeStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes rows of slots into a history: 1 ok, 0 failed, . nothing reported. */
public final class WrittenHistory {
    private final OutcomeStore store;
    private final String run;
    private final Instant boot;
    private long sequence;

    /** A run of an agent; slot 0 of every probe is due at {@code boot}. */
    public WrittenHistory(OutcomeStore store, PrinterId printer, String run, Instant boot) {
        this.store = store;
        this.run = run + printer;
        this.boot = boot;
        store.beginRun(printer, new OutcomeStore.Run(this.run, "boot", "process", "0.9", boot));
        store.clock(this.run, new ClockReading(0, boot));
    }

    /** All slots of a probe of the run; when they are over is returned. */
    public Instant add(String target, ProbeKind kind, Duration cadence, String row) {
        store.schedule(run, new AgentFrame.Schedule(target, kind, 0, cadence));
        List<Outcome> outcomes = new ArrayList<>();
        for (int slot = 0; slot < row.length(); slot++) {
            if (row.charAt(slot) != '.') {
                outcomes.add(outcome(target, kind, slot, cadence, row.charAt(slot) == '1'));
            }
        }
        store.append(run, outcomes);
        store.flush();
        return boot.plus(cadence.multipliedBy(row.length()));
    }

    /** Slots of the server pane, 10 s apart. */
    public Instant server(String row) {
        return add("server", ProbeKind.SERVER_HTTP, Duration.ofSeconds(10), row);
    }

    private Outcome outcome(String target, ProbeKind kind, int slot, Duration cadence, boolean ok) {
        long start = slot * cadence.toMillis();
        return new Outcome(
                ++sequence,
                target,
                kind,
                slot,
                start,
                start + 50,
                ok ? SlotState.OK : SlotState.FAILED,
                ok ? null : Phase.CONNECT,
                ok ? null : "timeout",
                Timings.ofTotal(50_000),
                Map.of());
    }
}
