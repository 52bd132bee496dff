package dev.linkscope.engine;

import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.probe.Timings;
import java.util.Map;

/** Outcomes for tests, with sequence = slot + 1. */
final class Outcomes {
    private Outcomes() {}

    static Outcome ok(String target, long slot, long startMillis, int tookMillis) {
        return outcome(target, slot, startMillis, tookMillis, SlotState.OK, null, null);
    }

    static Outcome failed(String target, long slot, long startMillis, int tookMillis) {
        return outcome(
                target, slot, startMillis, tookMillis, SlotState.FAILED, Phase.CONNECT, "timeout");
    }

    static Outcome skipped(String target, long slot, long startMillis) {
        return outcome(target, slot, startMillis, 0, SlotState.NOT_MEASURED, null, "rate_limited");
    }

    private static Outcome outcome(
            String target,
            long slot,
            long startMillis,
            int tookMillis,
            SlotState state,
            Phase phase,
            String errorClass) {
        return new Outcome(
                slot + 1,
                target,
                target.equals("webcam") ? ProbeKind.WEBCAM_SNAPSHOT : ProbeKind.SERVER_HTTP,
                slot,
                startMillis,
                startMillis + tookMillis,
                state,
                phase,
                errorClass,
                Timings.ofTotal(tookMillis * 1_000),
                Map.of());
    }
}
