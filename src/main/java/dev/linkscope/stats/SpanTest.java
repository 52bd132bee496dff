package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.history.SpanComparison.Result;
import dev.linkscope.domain.loss.Interval;
import dev.linkscope.stats.SpanJudgement.Reason;
import dev.linkscope.stats.math.PoissonRates;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Does the later of two spans have fewer or more drop-outs than the earlier one? Failures of one
 * storm are one drop-out ({@link DropOuts}); their two rates are compared by the exact conditional
 * test. Looked at once, an unchanged link is called different in at most 5 % of cases.
 */
public final class SpanTest {
    /** Chance of calling an unchanged link different. */
    private static final double SIGNIFICANCE = 0.05;

    /** Slots twice as far apart see fewer of the short drop-outs. */
    private static final double SAME_PACE = 1.5;

    private SpanTest() {}

    /**
     * Compares two spans of one pane.
     *
     * @param first the earlier one
     * @param second the later one
     */
    public static SpanJudgement compare(Trace first, Trace second, Thresholds thresholds) {
        LivePane before = PaneJudge.plain(first, thresholds);
        LivePane since = PaneJudge.plain(second, thresholds);
        if (before.attempts() < thresholds.cleanAttempts()) {
            return open(before, since, Reason.FIRST_UNMEASURED, 0, 0);
        }
        if (since.attempts() < thresholds.cleanAttempts()) {
            return open(before, since, Reason.SECOND_UNMEASURED, 0, 0);
        }
        if (before.errors() + since.errors() == 0) {
            return judged(before, since, Result.NO_DIFFERENCE_SHOWN, Reason.CLEAN, 1.0);
        }
        if (FixVerification.continuous(before, thresholds)
                || FixVerification.continuous(since, thresholds)
                || !samePace(first, second)) {
            return judged(before, since, byRates(before, since), Reason.ERROR_RATES, null);
        }
        return byDropOuts(before, since, SlotRow.of(first), SlotRow.of(second));
    }

    /** Attempts that must be measured in each span. */
    public static int attemptsNeeded(Thresholds thresholds) {
        return thresholds.cleanAttempts();
    }

    /** Drop-outs that one of the spans must have. */
    public static int dropOutsNeeded() {
        return DropOuts.needed();
    }

    private static SpanJudgement byDropOuts(
            LivePane before, LivePane since, List<SlotRow> first, List<SlotRow> second) {
        DropOuts.Both both = DropOuts.independent(first, second);
        if (both == null) {
            int most = DropOuts.finest(first).count();
            int mostSince = DropOuts.finest(second).count();
            boolean few = Math.max(most, mostSince) < DropOuts.needed();
            return open(before, since, few ? Reason.TOO_FEW : Reason.UNEVEN, most, mostSince);
        }
        int old = both.first().count();
        int now = both.second().count();
        double seconds = both.first().seconds();
        double secondsSince = both.second().seconds();
        double pValue = PoissonRates.twoSided(old, seconds, now, secondsSince);
        Result result = Result.NO_DIFFERENCE_SHOWN;
        if (pValue < SIGNIFICANCE) {
            result = now / secondsSince < old / seconds ? Result.FEWER : Result.MORE;
        }
        return new SpanJudgement(
                result,
                Reason.DROP_OUTS,
                pValue,
                both.first().gmin(),
                old,
                now,
                seconds,
                secondsSince);
    }

    /** Two intervals that do not touch: with 95 % each, rarer by chance than 5 %. */
    private static Result byRates(LivePane before, LivePane since) {
        Interval old = Objects.requireNonNull(before.errorRateCi95());
        Interval now = Objects.requireNonNull(since.errorRateCi95());
        if (now.high() < old.low()) {
            return Result.FEWER;
        }
        return now.low() > old.high() ? Result.MORE : Result.NO_DIFFERENCE_SHOWN;
    }

    private static boolean samePace(Trace first, Trace second) {
        double ratio = cadence(first) / cadence(second);
        return ratio < SAME_PACE && ratio > 1 / SAME_PACE;
    }

    /** The mean cadence of a trace, in seconds. */
    private static double cadence(Trace trace) {
        double seconds = 0;
        long slots = 0;
        for (Segment segment : trace.segments()) {
            seconds += SlotRow.seconds(segment) * segment.slots().size();
            slots += segment.slots().size();
        }
        return seconds / slots;
    }

    private static SpanJudgement open(
            LivePane before, LivePane since, Reason reason, int first, int second) {
        return new SpanJudgement(
                Result.TOO_LITTLE,
                reason,
                null,
                null,
                first,
                second,
                before.measuredSeconds(),
                since.measuredSeconds());
    }

    private static SpanJudgement judged(
            LivePane before, LivePane since, Result result, Reason reason, @Nullable Double p) {
        return new SpanJudgement(
                result, reason, p, null, 0, 0, before.measuredSeconds(), since.measuredSeconds());
    }
}
