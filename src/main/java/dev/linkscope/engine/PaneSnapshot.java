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
 * @param whole whether the figures are those of the whole trace, its pattern too: nobody has to
 *     judge it again
 */
public record PaneSnapshot(
        String address, PaneFigures figures, Trace trace, List<RatePoint> curve, boolean whole) {
    /** A pane as it grows: its pattern was judged at a checkpoint. */
    public PaneSnapshot(String address, PaneFigures figures, Trace trace, List<RatePoint> curve) {
        this(address, figures, trace, curve, false);
    }

    public PaneSnapshot {
        curve = List.copyOf(curve);
    }
}
