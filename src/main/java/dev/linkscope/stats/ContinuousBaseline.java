package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.FixFigures;
import dev.linkscope.domain.loss.FixReason;
import dev.linkscope.domain.loss.FixVerdict;
import dev.linkscope.domain.loss.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A change where nothing got through before: there is no rate of drop-outs to compare with, so the
 * new error rate alone decides, as it stands now. Whether the change did it is not known.
 */
final class ContinuousBaseline {
    /** Clean slots beyond which no waiting time is named. */
    private static final int MAX_SLOTS = 1 << 20;

    private ContinuousBaseline() {}

    static FixFigures compare(Trace after, Thresholds thresholds) {
        LivePane now = PaneJudge.plain(after, thresholds);
        Interval rate = now.errorRateCi95();
        if (rate != null && now.attempts() >= thresholds.minAttempts()) {
            if (rate.high() < thresholds.watch()) {
                return figures(FixVerdict.VERIFIED, FixReason.WORKS_AGAIN, null);
            }
            if (rate.low() > thresholds.takeAction()) {
                return figures(FixVerdict.NOT_FIXED, FixReason.STILL_DOWN, null);
            }
        }
        double cadence = after.isEmpty() ? 10 : SlotRow.seconds(after.segments().getLast());
        int slots = cleanSlotsNeeded(now, thresholds.watch());
        return figures(FixVerdict.NOT_YET_KNOWN, FixReason.KEEP_WATCHING, slots * cadence);
    }

    /** Least number of further ok slots that brings the upper end below the limit. */
    private static int cleanSlotsNeeded(LivePane now, double limit) {
        int low = 0;
        int high = 1;
        while (high < MAX_SLOTS && upperEndAfter(now, high) >= limit) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (upperEndAfter(now, middle) >= limit) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double upperEndAfter(LivePane now, int cleanSlots) {
        PairCounts seen = now.pairs();
        boolean edge = now.failingNow();
        PairCounts pairs =
                new PairCounts(
                        seen.okOk() + cleanSlots - (edge || now.attempts() == 0 ? 1 : 0),
                        seen.okFailed(),
                        seen.failedOk() + (edge ? 1 : 0),
                        seen.failedFailed());
        return Intervals.errorRate(now.attempts() + cleanSlots, now.errors(), pairs).high();
    }

    private static FixFigures figures(
            FixVerdict verdict, FixReason reason, @Nullable Double quiet) {
        return new FixFigures(verdict, reason, null, null, null, null, null, quiet, null);
    }
}
