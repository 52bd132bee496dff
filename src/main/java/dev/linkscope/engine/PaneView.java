package dev.linkscope.engine;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.RateCurve;
import dev.linkscope.stats.Thresholds;
import java.time.Duration;

/** Draws up the snapshot of one pane from its trace. */
final class PaneView {
    /** Points of a curve: about one for each two pixels of the widest chart. */
    private static final int CURVE_POINTS = 600;

    /** A window holds at least so many slots, or its rate would only jump between a few values. */
    private static final int CURVE_SLOTS = 30;

    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(5);

    private final TargetUrl address;

    /** A view of the pane that probes this address. */
    PaneView(TargetUrl address) {
        this.address = address;
    }

    /** The pane as it stands. */
    PaneSnapshot of(Trace trace) {
        return new PaneSnapshot(
                address.display(),
                PaneJudge.judge(trace, Thresholds.DEFAULT),
                trace,
                RateCurve.of(trace, window(trace), CURVE_POINTS));
    }

    /** The moving window of the error-rate curve: five minutes, or more if slots are rare. */
    static Duration window(Trace trace) {
        if (trace.isEmpty()) {
            return SHORTEST_WINDOW;
        }
        Duration bySlots = trace.segments().getLast().cadence().multipliedBy(CURVE_SLOTS);
        return bySlots.compareTo(SHORTEST_WINDOW) > 0 ? bySlots : SHORTEST_WINDOW;
    }
}
