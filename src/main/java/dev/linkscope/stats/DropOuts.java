package dev.linkscope.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Near-independent drop-outs of a trace: starts of failures merged at the smallest Gmin at which
 * they come like a Poisson process. The failures of one storm are one drop-out, not many.
 */
final class DropOuts {
    private static final int[] GMINS = {1, 2, 4, 8, 16, 32};

    /** Highest variance/mean of counts in equal bins that still passes for independent. */
    private static final double MAX_DISPERSION = 1.3;

    /** Bins below which a width is not tested. */
    private static final int MIN_BINS = 3;

    private final int gmin;
    private final double[] starts;
    private final double seconds;

    private DropOuts(List<SlotRow> rows, int gmin) {
        this.gmin = gmin;
        List<Stretch> stretches = Stretch.merge(rows, gmin);
        this.starts = new double[stretches.size()];
        double before = 0;
        int next = 0;
        for (SlotRow row : rows) {
            for (int i = 0; i < row.length(); i++) {
                if (next < starts.length
                        && stretches.get(next).row() == row
                        && stretches.get(next).first() == i) {
                    starts[next++] = before;
                }
                before += row.measuredAt(i) ? row.cadenceSeconds() : 0;
            }
        }
        this.seconds = before;
    }

    /** Drop-outs at the smallest Gmin that was tested and passed; null if there is none. */
    static @Nullable DropOuts independent(List<SlotRow> rows) {
        for (int gmin : GMINS) {
            DropOuts candidate = new DropOuts(rows, gmin);
            if (candidate.tested() && candidate.passes()) {
                return candidate;
            }
        }
        return null;
    }

    /** Drop-outs at the smallest Gmin at which nothing speaks against independence, else at 32. */
    static DropOuts notRefuted(List<SlotRow> rows) {
        DropOuts candidate = new DropOuts(rows, GMINS[0]);
        for (int i = 1; i < GMINS.length && !candidate.passes(); i++) {
            candidate = new DropOuts(rows, GMINS[i]);
        }
        return candidate;
    }

    /**
     * Drop-outs of two traces at the smallest Gmin at which one at least was tested and nothing
     * speaks against the independence of either; null if there is none.
     */
    static @Nullable Both independent(List<SlotRow> first, List<SlotRow> second) {
        for (int gmin : GMINS) {
            var both = new Both(new DropOuts(first, gmin), new DropOuts(second, gmin));
            if (both.tested() && both.first.passes() && both.second.passes()) {
                return both;
            }
        }
        return null;
    }

    /** Those of two traces, merged alike. */
    record Both(DropOuts first, DropOuts second) {
        private boolean tested() {
            return first.tested() || second.tested();
        }
    }

    /** Drop-outs at the widest Gmin, tested or not. */
    static DropOuts widest(List<SlotRow> rows) {
        return new DropOuts(rows, GMINS[GMINS.length - 1]);
    }

    /** Drop-outs at the smallest Gmin, tested or not: every run of failures is one. */
    static DropOuts finest(List<SlotRow> rows) {
        return new DropOuts(rows, GMINS[0]);
    }

    /** Drop-outs needed for the test of independence. */
    static int needed() {
        return 2 * MIN_BINS;
    }

    int gmin() {
        return gmin;
    }

    int count() {
        return starts.length;
    }

    /** Measured seconds of the trace. */
    double seconds() {
        return seconds;
    }

    /** The least rate per measured second that is credible: its one-sided 90 % lower limit. */
    double cautiousRate() {
        return Intervals.garwoodLower90(starts.length) / seconds;
    }

    private boolean tested() {
        return starts.length >= needed();
    }

    /** Neither width of bins that can be tested shows clustering. */
    private boolean passes() {
        return passes(starts.length / 2) && passes(starts.length / 5);
    }

    private boolean passes(int bins) {
        return bins < MIN_BINS || dispersion(bins) <= MAX_DISPERSION;
    }

    /** Variance over mean of the starts in equal bins of measured time; 1 for a Poisson process. */
    private double dispersion(int bins) {
        int[] counts = new int[bins];
        for (double start : starts) {
            counts[Math.min(bins - 1, (int) (start / seconds * bins))]++;
        }
        double mean = (double) starts.length / bins;
        double squares = 0;
        for (int count : counts) {
            squares += (count - mean) * (count - mean);
        }
        return squares / (bins - 1) / mean;
    }
}
