package dev.linkscope.engine;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.stats.RateCurve;
import java.time.Duration;
import java.util.List;

/** The error-rate curve of a pane, as window and reports draw it. */
public final class PaneCurve {
    /** About one point for each two pixels of the widest chart. */
    private static final int POINTS = 600;

    /**
     * Slots in a window: 59 clean ones exclude an error rate of 5 %, so a healthy pane's band stays
     * below that line.
     */
    private static final int SLOTS = 60;

    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(5);

    private PaneCurve() {}

    /**
     * The curve of a trace, oldest point first, in a moving window of five minutes or 60 slots,
     * whichever is longer.
     */
    public static List<RatePoint> of(Trace trace) {
        return trace.isEmpty() ? List.of() : RateCurve.of(trace, window(trace), POINTS);
    }

    private static Duration window(Trace trace) {
        Duration bySlots = trace.segments().getLast().cadence().multipliedBy(SLOTS);
        return bySlots.compareTo(SHORTEST_WINDOW) > 0 ? bySlots : SHORTEST_WINDOW;
    }
}
