package dev.linkscope.engine;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.loss.RateLimits;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.stats.LivePane;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.Thresholds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws up the snapshots of one pane from its trace, as it grows. Not thread-safe. */
final class PaneView {
    private final TargetUrl address;
    private final BackgroundPattern pattern;
    private volatile Thresholds limits;
    private PaneTape.@Nullable Edition drawn;
    private @Nullable PaneSnapshot latest;

    /** A view of the pane that probes this address, judged by these limits. */
    PaneView(TargetUrl address, JudgingThread judging, RateLimits limits) {
        this.address = address;
        this.limits = Thresholds.by(limits);
        // How failures lie in time does not depend on how many are too many.
        this.pattern = new BackgroundPattern(Thresholds.DEFAULT, judging);
    }

    /** From now on the pane is judged by these limits. Any thread. */
    void judgeBy(RateLimits other) {
        limits = Thresholds.by(other);
    }

    /**
     * Whether a judgement has come that the latest snapshot does not show yet, or limits by which
     * it was not judged.
     */
    boolean hasNews() {
        PaneSnapshot shown = latest;
        return pattern.hasNews()
                || (shown != null && !shown.figures().limits().equals(limits.rates()));
    }

    /**
     * The pane as its tape stands; the same snapshot again while that is unchanged. A session
     * publishes for every probe, and most of them are of no pane.
     */
    PaneSnapshot of(PaneTape tape) {
        PaneTape.Edition edition = tape.edition();
        PaneSnapshot pane = latest;
        if (pane == null || !edition.equals(drawn) || hasNews()) {
            pane = of(tape.trace());
            drawn = edition;
        }
        return pane;
    }

    /** The pane as it stands; its pattern is judged at checkpoints only. */
    PaneSnapshot of(Trace trace) {
        Thresholds by = limits;
        LivePane plain = PaneJudge.plain(trace, by);
        Pattern shown = pattern.of(trace, plain.attempts(), plain.errors());
        PaneSnapshot pane =
                new PaneSnapshot(
                        address.display(),
                        PaneJudge.describe(trace, by, shown),
                        trace,
                        PaneCurve.of(trace));
        latest = pane;
        drawn = null;
        return pane;
    }

    /** The same pane, judged over its whole trace. */
    static PaneSnapshot judgedWhole(PaneSnapshot pane) {
        return pane.whole()
                ? pane
                : judged(
                        pane.address(),
                        pane.trace(),
                        pane.curve(),
                        Thresholds.by(pane.figures().limits()));
    }

    /** A pane that does not grow any more, judged over its whole trace, in little memory. */
    static PaneSnapshot judged(String address, Trace trace) {
        return judged(address, trace, Thresholds.DEFAULT);
    }

    /** The same, by these limits. */
    static PaneSnapshot judged(String address, Trace trace, Thresholds limits) {
        PaneSnapshot pane = judged(address, trace, PaneCurve.of(trace), limits);
        return new PaneSnapshot(address, pane.figures(), trace.packed(), pane.curve(), true);
    }

    private static PaneSnapshot judged(
            String address, Trace trace, List<RatePoint> curve, Thresholds limits) {
        return new PaneSnapshot(address, PaneJudge.judge(trace, limits), trace, curve, true);
    }
}
