package dev.linkscope.stats;

import dev.linkscope.domain.loss.FixFigures;
import dev.linkscope.domain.loss.FixReason;
import dev.linkscope.domain.loss.FixVerdict;
import java.util.List;

/**
 * Two likelihood ratios of Poisson rates, followed slot by slot until one reaches 20: a tenth of
 * the old rate against the old rate speaks for a fix, the old rate against half of it against one.
 */
final class SequentialFix {
    /** Evidence that decides; by luck it is reached in at most 1 of 20 cases (Ville 1939). */
    private static final double LN_DECIDED = Math.log(20);

    private static final double LN_TENTH = Math.log(0.1);
    private static final double LN_TWO = Math.log(2);

    private final DropOuts before;

    /** Cautious old rate per measured second: one-sided 90 % lower limit. */
    private final double rate;

    private double seconds;
    private int units;
    private int quietSlots;

    private SequentialFix(DropOuts before) {
        this.before = before;
        this.rate = Intervals.garwoodLower90(before.count()) / before.seconds();
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
                fixed |= !notFixed && lnFixed() >= LN_DECIDED;
                notFixed |= !fixed && lnNotFixed() >= LN_DECIDED;
            }
        }
        if (fixed) {
            return figures(FixVerdict.VERIFIED, FixReason.QUIET_LONG_ENOUGH, highest);
        }
        return notFixed
                ? figures(FixVerdict.NOT_FIXED, FixReason.KEEPS_FAILING, lnFixed())
                : figures(FixVerdict.NOT_YET_KNOWN, FixReason.KEEP_WATCHING, lnFixed());
    }

    /** A new segment goes on where the last one ended: a change of cadence is no new drop-out. */
    private void add(SlotRow row, int index) {
        seconds += row.measuredAt(index) ? row.cadenceSeconds() : 0;
        if (!row.failedAt(index)) {
            quietSlots++;
            return;
        }
        units += quietSlots >= before.gmin() ? 1 : 0;
        quietSlots = 0;
    }

    private double lnFixed() {
        return units * LN_TENTH + 0.9 * rate * seconds;
    }

    private double lnNotFixed() {
        return units * LN_TWO - rate * seconds / 2;
    }

    private FixFigures figures(FixVerdict verdict, FixReason reason, double lnE) {
        boolean open = verdict == FixVerdict.NOT_YET_KNOWN;
        return new FixFigures(
                verdict,
                reason,
                Math.exp(lnE),
                before.gmin(),
                before.count(),
                units,
                before.count() / before.seconds() * seconds,
                open ? (LN_DECIDED - lnFixed()) / (0.9 * rate) : null,
                null);
    }
}
