package dev.linkscope.stats;

import java.util.stream.IntStream;

/**
 * Whether drop-outs are back at the old rate, after a time without them. One test of the old rate
 * against half of it begins in each of the first 24 measured hours, since the fault may return in
 * any of them; the mean of their likelihood ratios decides at 20. A mean of such ratios is one
 * itself, so a rest of half the old rate or less reaches that in at most 5 % of cases, however
 * often one looks (Ville 1939).
 */
final class OldRateTest {
    private static final int TESTS = 24;
    private static final double HOUR_SECONDS = 3_600;
    private static final double LN_TWO = Math.log(2);

    private final int gmin;
    private final double rate;
    private final double usualRate;
    private final double[] lnRatios = new double[TESTS];
    private int begun = 1;
    private double seconds;
    private int units;
    private int quietSlots;
    private boolean back;

    OldRateTest(DropOuts before) {
        this.gmin = before.gmin();
        this.rate = before.cautiousRate();
        this.usualRate = before.count() / before.seconds();
        this.quietSlots = gmin;
    }

    void add(SlotRow row, int index) {
        double passed = row.measuredAt(index) ? row.cadenceSeconds() : 0;
        boolean begins = row.failedAt(index) && quietSlots >= gmin;
        quietSlots = row.failedAt(index) ? 0 : quietSlots + 1;
        seconds += passed;
        units += begins ? 1 : 0;
        for (int i = 0; i < begun; i++) {
            lnRatios[i] += (begins ? LN_TWO : 0) - rate * passed / 2;
        }
        back |= begins && mean() >= SequentialFix.DECIDED;
        begun = Math.min(TESTS, 1 + (int) (seconds / HOUR_SECONDS));
    }

    private double mean() {
        double sum = IntStream.range(0, begun).mapToDouble(i -> Math.exp(lnRatios[i])).sum();
        return (sum + TESTS - begun) / TESTS;
    }

    /** Whether it was back at any look. */
    boolean back() {
        return back;
    }

    /** Drop-outs so far. */
    int units() {
        return units;
    }

    /** Measured seconds so far. */
    double seconds() {
        return seconds;
    }

    /** Drop-outs that would have been usual in that time. */
    double usual() {
        return usualRate * seconds;
    }
}
