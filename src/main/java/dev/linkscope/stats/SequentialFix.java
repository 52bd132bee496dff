package dev.linkscope.stats;

import dev.linkscope.domain.loss.FixFigures;
import dev.linkscope.domain.loss.FixReason;
import dev.linkscope.domain.loss.FixVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two likelihood ratios of Poisson rates, followed slot by slot until one reaches 20: a tenth of
 * the old rate against the old rate speaks for a fix, the old rate against half of it against one.
 */
final class SequentialFix {
    /** Evidence that decides; by luck it is reached in at most 1 of 20 cases (Ville 1939). */
    static final double DECIDED = 20;

    private static final double LN_DECIDED = Math.log(DECIDED);
    private static final double LN_TENTH = Math.log(0.1);
    private static final double LN_TWO = Math.log(2);

    private final DropOuts before;
    private final double rate;

    private double seconds;
    private int units;
    private int quietSlots;

    /** Nothing seen since the change yet; as if it had been quiet before. */
    SequentialFix(DropOuts before) {
        this.before = before;
        this.rate = before.cautiousRate();
        this.quietSlots = before.gmin();
    }

    static FixFigures compare(DropOuts before, List<SlotRow> after) {
        return new SequentialFix(before).follow(after);
    }

    private FixFigures follow(List<SlotRow> after) {
        boolean fixed = false;
        boolean notFixed = false;
        double highest = lnFixed();
        for (SlotRow row : after) {
            for (int i = 0; i < row.length(); i++) {
                add(row, i);
                highest = Math.max(highest, lnFixed());
                fixed |= !notFixed && speaksForFix();
                notFixed |= !fixed && speaksAgainst();
            }
        }
        if (fixed) {
            return figures(FixVerdict.VERIFIED, FixReason.QUIET_LONG_ENOUGH, highest, null);
        }
        return notFixed ? notFixed() : open(Double.NEGATIVE_INFINITY);
    }

    /** A new segment goes on where the last one ended: a change of cadence is no new drop-out. */
    void add(SlotRow row, int index) {
        seconds += row.measuredAt(index) ? row.cadenceSeconds() : 0;
        if (!row.failedAt(index)) {
            quietSlots++;
            return;
        }
        units += quietSlots >= before.gmin() ? 1 : 0;
        quietSlots = 0;
    }

    /** Measured seconds since the change. */
    double seconds() {
        return seconds;
    }

    /** Whether the present evidence is enough to call it fixed. */
    boolean speaksForFix() {
        return lnFixed() >= LN_DECIDED;
    }

    /** Whether the present evidence is enough to call it not fixed. */
    boolean speaksAgainst() {
        return lnNotFixed() >= LN_DECIDED;
    }

    private double lnFixed() {
        return units * LN_TENTH + 0.9 * rate * seconds;
    }

    private double lnNotFixed() {
        return units * LN_TWO - rate * seconds / 2;
    }

    /** Fixed, as of now. */
    FixFigures verified() {
        return figures(FixVerdict.VERIFIED, FixReason.QUIET_LONG_ENOUGH, lnFixed(), null);
    }

    /** Not fixed, as of now: it keeps failing. */
    FixFigures notFixed() {
        return figures(FixVerdict.NOT_FIXED, FixReason.KEEPS_FAILING, lnFixed(), null);
    }

    /** Not fixed, as of now: it fails for more of the time than before, if not more often. */
    FixFigures stillDown() {
        return figures(FixVerdict.NOT_FIXED, FixReason.STILL_DOWN, lnFixed(), null);
    }

    /**
     * Not decided.
     *
     * @param leastSeconds quiet seconds that are needed for other reasons at least
     */
    FixFigures open(double leastSeconds) {
        double quiet = Math.max(leastSeconds, (LN_DECIDED - lnFixed()) / (0.9 * rate));
        return figures(FixVerdict.NOT_YET_KNOWN, FixReason.KEEP_WATCHING, lnFixed(), quiet);
    }

    private FixFigures figures(
            FixVerdict verdict, FixReason reason, double lnE, @Nullable Double quiet) {
        return new FixFigures(
                verdict,
                reason,
                Math.exp(lnE),
                before.gmin(),
                before.count(),
                units,
                before.count() / before.seconds() * seconds,
                quiet,
                null);
    }
}
