package dev.linkscope.domain.history;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.loss.RatePoint;
import java.util.List;

/**
 * One pane over a span of the history, ready to be drawn.
 *
 * @param span what was asked for
 * @param trace slots in the span, for the strip of errors; empty where only sums are left
 * @param curve error rate, oldest first; at most as many points as columns were asked for
 * @param outages those in the span in part at least, oldest first
 * @param smoke answer times, a column each, oldest first
 * @param fromSums whether some of it is of sums of hours or minutes, as single outcomes are no
 *     longer kept
 */
public record PaneTimeline(
        Span span,
        Trace trace,
        List<RatePoint> curve,
        List<Outage> outages,
        List<SmokeColumn> smoke,
        boolean fromSums) {
    public PaneTimeline {
        curve = List.copyOf(curve);
        outages = List.copyOf(outages);
        smoke = List.copyOf(smoke);
    }
}
