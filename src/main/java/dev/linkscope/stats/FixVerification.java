package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.FixFigures;
import dev.linkscope.domain.loss.FixReason;
import dev.linkscope.domain.loss.FixVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Did it get better since the change? A sequential test of the rate of drop-outs: it may be looked
 * at after every slot, and an unchanged link is called fixed in at most 5 % of cases (Ville 1939).
 */
public final class FixVerification {
    private FixVerification() {}

    /**
     * Compares the slots since a change with those before it.
     *
     * @param before the baseline
     * @param after everything since the change; may be empty
     */
    public static FixFigures compare(Trace before, Trace after, Thresholds thresholds) {
        List<SlotRow> baseline = SlotRow.of(before);
        LivePane plain = PaneJudge.plain(before, thresholds);
        if (plain.errors() == 0) {
            return undecidable(FixReason.NO_FAILURE_BEFORE, null);
        }
        if (continuous(plain, thresholds)) {
            return ContinuousBaseline.compare(after, thresholds);
        }
        DropOuts dropOuts = DropOuts.independent(baseline);
        if (dropOuts == null) {
            return undecidable(FixReason.BASELINE_TOO_SHORT, secondsToWatch(baseline));
        }
        return SequentialFix.compare(dropOuts, SlotRow.of(after));
    }

    /**
     * The first decision on a change, as looking after each slot would have found it. As {@link
     * #compare}, but within the hours of the day in which it failed before if it kept to some, and
     * never <em>verified</em> while it fails or has failed for as much of the time as before.
     *
     * @param before the baseline; fixed before the change
     * @param after everything since the change, in which time without power is not measured
     */
    public static FixDecision decide(FixBaseline before, Trace after, Thresholds thresholds) {
        FixReason unusable = before.unusable();
        if (unusable != null) {
            Double seconds =
                    unusable == FixReason.BASELINE_TOO_SHORT ? secondsToWatch(before.rows()) : null;
            return new FixDecision(
                    undecidable(unusable, seconds), null, before.compared(), after, null);
        }
        DropOuts dropOuts = before.dropOuts();
        return dropOuts == null
                ? ContinuousBaseline.decide(before.compared(), after, thresholds)
                : new FixCourse(before, dropOuts, thresholds).follow(after);
    }

    /** Whether nothing to speak of got through. */
    static boolean continuous(LivePane baseline, Thresholds thresholds) {
        return baseline.errors() >= thresholds.continuous() * baseline.attempts();
    }

    /**
     * Measured seconds without a failure that will verify a change, to be announced before it is
     * made: ln 20 / (0.9 λ₀). Null where {@link #compare} could not decide by silence: no failure,
     * too short a baseline, or nothing got through.
     */
    public static @Nullable Double quietSecondsToAnnounce(Trace before, Thresholds thresholds) {
        return compare(before, Trace.EMPTY, thresholds).quietSecondsNeeded();
    }

    private static FixFigures undecidable(FixReason reason, @Nullable Double baselineSeconds) {
        return new FixFigures(
                FixVerdict.NOT_YET_KNOWN,
                reason,
                null,
                null,
                null,
                null,
                null,
                null,
                baselineSeconds);
    }

    /**
     * How much longer to watch: until there should be drop-outs enough to test, or as long again
     * where they come too irregularly.
     */
    private static double secondsToWatch(List<SlotRow> baseline) {
        DropOuts seen = DropOuts.widest(baseline);
        int missing = DropOuts.needed() - seen.count();
        return missing > 0 ? missing * seen.seconds() / seen.count() : seen.seconds();
    }
}
