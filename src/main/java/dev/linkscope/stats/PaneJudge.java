package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.Pattern;
import java.util.List;

/** Judges one pane over its whole trace. The same trace gives the same figures, always. */
public final class PaneJudge {
    private PaneJudge() {}

    /**
     * Every figure of a pane. Takes about 0.1 s for a day at 10 s cadence with 5 % errors.
     *
     * @param trace its slots; <em>now</em> is its end
     * @return figures without {@code ownErrorRate}, which only a farm can tell
     */
    public static PaneFigures judge(Trace trace, Thresholds thresholds) {
        return describe(trace, thresholds, pattern(trace, thresholds));
    }

    /** How failures lie in time: the one figure that takes long. */
    public static Pattern pattern(Trace trace, Thresholds thresholds) {
        return PatternJudge.judge(SlotRow.of(trace), thresholds);
    }

    /** Every figure of a pane whose pattern was judged before. */
    public static PaneFigures describe(Trace trace, Thresholds thresholds, Pattern pattern) {
        LivePane plain = plain(trace, thresholds);
        List<SlotRow> rows = SlotRow.of(trace);
        return new PaneFigures(
                plain.state(),
                plain.attempts(),
                plain.errors(),
                plain.errorRate(),
                plain.errorRateCi95(),
                plain.timeDown(),
                null,
                plain.firstError(),
                plain.lastError(),
                ActivityRule.judge(plain, rows),
                pattern,
                FailureTimes.episodes(rows),
                FailureTimes.outages(rows),
                Rfc3611Bursts.of(rows, thresholds.gmin()),
                plain.pairs().rfc6534(),
                plain.pairs().gilbert(plain.errors(), plain.episodes(), plain.attempts()),
                RunsFigures.of(rows),
                FailureTimes.byPhase(rows),
                LatencyQuantiles.of(trace),
                thresholds.rates());
    }

    /** Outages as users read them, in the order of time. */
    public static List<Outage> outages(Trace trace) {
        return FailureTimes.outages(SlotRow.of(trace));
    }

    /** The plain figures after the whole trace, to be carried on slot by slot. */
    public static LivePane plain(Trace trace, Thresholds thresholds) {
        LivePane pane = new LivePane(thresholds);
        for (Segment segment : trace.segments()) {
            pane.beginSegment(segment.cadence());
            segment.slots().forEach(pane::add);
        }
        return pane;
    }
}
