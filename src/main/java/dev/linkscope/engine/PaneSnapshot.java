package dev.linkscope.engine;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.RatePoint;
import java.util.List;

/**
 * One pane at one moment, ready to be drawn.
 *
 * @param address what is probed, without user name, password and query
 * @param figures everything computed over {@code trace}
 * @param trace the slots of the span shown, newest last
 * @param curve error-rate curve over the same span, oldest first
 */
public record PaneSnapshot(
        String address, PaneFigures figures, Trace trace, List<RatePoint> curve) {
    public PaneSnapshot {
        curve = List.copyOf(curve);
    }
}
