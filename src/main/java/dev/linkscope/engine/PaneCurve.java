package dev.linkscope.engine;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.stats.RateCurve;
import java.time.Duration;
import java.time.Instant;
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

    /** A curve has no fewer. */
    private static final int FEWEST = 4;

    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(5);

    private PaneCurve() {}

    /**
     * The curve of a trace, oldest point first, in a moving window of five minutes or 60 slots,
     * whichever is longer.
     */
    public static List<RatePoint> of(Trace trace) {
        return trace.isEmpty() ? List.of() : RateCurve.of(trace, window(trace), POINTS);
    }

    /**
     * The curve from a moment on, for a chart of some width.
     *
     * @param trace what was before that moment is in the windows alone
     * @param width of one column
     * @param most points wanted, at least 1
     */
    public static List<RatePoint> of(Trace trace, Instant from, Duration width, int most) {
        if (trace.isEmpty()) {
            return List.of();
        }
        Duration window = window(trace.segments().getLast().cadence(), width);
        List<RatePoint> curve = RateCurve.of(trace, window, Math.max(FEWEST, most), from);
        return curve.size() <= most ? curve : curve.subList(curve.size() - most, curve.size());
    }

    /** The moving window of a curve: no narrower than a column of the chart. */
    public static Duration window(Duration cadence, Duration width) {
        return longer(longer(cadence.multipliedBy(SLOTS), SHORTEST_WINDOW), width);
    }

    private static Duration window(Trace trace) {
        return window(trace.segments().getLast().cadence(), Duration.ZERO);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
