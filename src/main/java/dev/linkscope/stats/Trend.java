package dev.linkscope.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Laplace's trend test (Cox and Lewis 1966) on the starts of loss episodes: above 0 they come more
 * often towards the end. Time is measured time, so that a blind spot is no improvement; each
 * segment has its own clock, so that a faster cadence is no worsening.
 */
final class Trend {
    /** Episodes needed. */
    private static final int MIN_EPISODES = 8;

    private double distance;
    private double variance;
    private int episodes;

    private Trend() {}

    /** U; standard normal without a trend. Null below 8 episodes. */
    static @Nullable Double laplace(List<SlotRow> rows) {
        Trend sum = new Trend();
        for (SlotRow row : rows) {
            sum.add(row);
        }
        return sum.episodes < MIN_EPISODES ? null : sum.u();
    }

    private void add(SlotRow row) {
        double total = row.measured() * row.cadenceSeconds();
        int measured = 0;
        for (int i = 0; i < row.length(); i++) {
            if (row.failedAt(i) && (i == 0 || !row.failedAt(i - 1))) {
                addStart((measured + 0.5) * row.cadenceSeconds(), total);
            }
            measured += row.measuredAt(i) ? 1 : 0;
        }
    }

    private void addStart(double at, double total) {
        episodes++;
        distance += at - total / 2;
        variance += total * total / 12;
    }

    private double u() {
        return distance / Math.sqrt(variance);
    }

    /**
     * U of events at given times.
     *
     * @param total time watched, in the same unit
     */
    static double laplace(double[] times, double total) {
        Trend sum = new Trend();
        for (double time : times) {
            sum.addStart(time, total);
        }
        return sum.u();
    }
}
