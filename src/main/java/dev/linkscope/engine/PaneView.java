package dev.linkscope.engine;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.Thresholds;

/** Draws up the snapshots of one pane from its trace, as it grows. */
final class PaneView {
    private final TargetUrl address;

    /** A view of the pane that probes this address. */
    PaneView(TargetUrl address) {
        this.address = address;
    }

    /** The pane as it stands. */
    PaneSnapshot of(Trace trace) {
        PaneFigures figures = PaneJudge.judge(trace, Thresholds.DEFAULT);
        return new PaneSnapshot(address.display(), figures, trace, PaneCurve.of(trace));
    }
}
