package dev.linkscope.engine.fix;

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

/** Writes slots into a history: 1 ok, 0 failed, . nothing reported. */
final class MadeUpHistory {
    static final Duration CADENCE = Duration.ofSeconds(10);

    private final OutcomeStore store;
    private final PrinterId printer;
    private final Instant boot;
    private long slot;
    private long sequence;
    private String run = "";

    /** Slot 0 is due at {@code boot}. */
    MadeUpHistory(OutcomeStore store, PrinterId printer, Instant boot) {
        this.store = store;
        this.printer = printer;
        this.boot = boot;
        restart("run");
    }

    /** Another run of the agent, on the same grid. */
    void restart(String id) {
        run = id + printer;
        sequence = 0;
        store.beginRun(printer, new OutcomeStore.Run(run, "boot", "process " + id, "1", boot));
        store.clock(run, new ClockReading(0, boot));
        store.schedule(run, new AgentFrame.Schedule("server", ProbeKind.SERVER_HTTP, 0, CADENCE));
    }

    /** The next slots; when they are over is returned. */
    Instant add(String row) {
        List<Outcome> outcomes = new ArrayList<>();
        for (char state : row.toCharArray()) {
            if (state != '.') {
                outcomes.add(outcome(state == '1'));
            }
            slot++;
        }
        store.append(run, outcomes);
        store.flush();
        return boot.plus(CADENCE.multipliedBy(slot));
    }

    private Outcome outcome(boolean ok) {
        long start = slot * CADENCE.toMillis();
        return new Outcome(
                ++sequence,
                "server",
                ProbeKind.SERVER_HTTP,
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
