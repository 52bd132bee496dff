package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.FixFigures;
import dev.linkscope.domain.loss.FixReason;
import dev.linkscope.domain.loss.FixVerdict;
import dev.linkscope.domain.loss.Interval;
import java.time.Instant;
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
        return open(now, after.isEmpty() ? 10 : cadenceSeconds(after), thresholds);
    }

    /**
     * The first decision, looking after each slot. Not fixed needs as many slots as a proof that it
     * works: what was restarted takes its time.
     */
    static FixDecision decide(Trace before, Trace after, Thresholds thresholds) {
        LivePane now = new LivePane(thresholds);
        for (Segment segment : after.segments()) {
            now.beginSegment(segment.cadence());
            for (Slot slot : segment.slots()) {
                now.add(slot);
                Interval rate = slot.measured() ? now.errorRateCi95() : null;
                if (rate == null || now.attempts() < thresholds.cleanAttempts()) {
                    continue;
                }
                boolean works = rate.high() < thresholds.watch();
                if (works || rate.low() > thresholds.takeAction()) {
                    Instant at = Cut.end(segment, slot);
                    FixFigures decided =
                            works
                                    ? figures(FixVerdict.VERIFIED, FixReason.WORKS_AGAIN, null)
                                    : figures(FixVerdict.NOT_FIXED, FixReason.STILL_DOWN, null);
                    return new FixDecision(decided, at, before, Cut.until(after, at), null);
                }
            }
        }
        double cadence = cadenceSeconds(after.isEmpty() ? before : after);
        return new FixDecision(open(now, cadence, thresholds), null, before, after, null);
    }

    private static double cadenceSeconds(Trace trace) {
        return SlotRow.seconds(trace.segments().getLast());
    }

    private static FixFigures open(LivePane now, double cadence, Thresholds thresholds) {
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
