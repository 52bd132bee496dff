package dev.linkscope.stats;

/**
 * Four measures of clustering of one segment's events, each larger the more they cluster: few runs,
 * the fullest window of 20 and of 60 slots (scan statistic, Naus 1965), and Moran's M = −Σ ln gap
 * (Moran 1951). Events are the failed slots, or the ok ones where those are rarer.
 */
final class ClusterStatistics {
    /** Number of measures. */
    static final int COUNT = 4;

    private static final int SHORT_WINDOW = 20;
    private static final int LONG_WINDOW = 60;

    private final int length;
    private final int[] measuredAt;
    private final int[] observed;
    private final double[] ln;
    private final boolean gapless;

    ClusterStatistics(SlotRow row, byte event) {
        this.length = row.length();
        this.measuredAt = new int[row.measured()];
        int events = event == SlotRow.FAILED ? row.failed() : row.measured() - row.failed();
        this.observed = new int[events];
        int measured = 0;
        int found = 0;
        for (int i = 0; i < length; i++) {
            if (row.measuredAt(i)) {
                if (row.at(i) == event) {
                    observed[found++] = measured;
                }
                measuredAt[measured++] = i;
            }
        }
        this.gapless = measured == length;
        this.ln = new double[length + 2];
        for (int gap = 1; gap < ln.length; gap++) {
            ln[gap] = Math.log(gap);
        }
    }

    int events() {
        return observed.length;
    }

    /** Adds the measures of the events as they are to element 0 of each sum. */
    void addObserved(double[][] sums) {
        add(observed, sums, 0);
    }

    /**
     * Adds the measures of an arrangement to one element of each sum.
     *
     * @param events the measured slots that hold an event, counted from 0, ascending
     */
    void add(int[] events, double[][] sums, int element) {
        int runs = 0;
        int inShort = 0;
        int inLong = 0;
        double lnGaps = 0;
        int[] at = places(events);
        int previous = -1;
        for (int i = 0; i < at.length; i++) {
            int place = at[i];
            int gap = place - previous;
            runs += gap > 1 || i == 0 ? 1 : 0;
            lnGaps += ln[gap];
            inShort += place - at[i - inShort] < SHORT_WINDOW ? 1 : 0;
            inLong += place - at[i - inLong] < LONG_WINDOW ? 1 : 0;
            previous = place;
        }
        lnGaps += ln[length - previous];
        sums[0][element] -= runs;
        sums[1][element] += inShort;
        sums[2][element] += inLong;
        sums[3][element] -= lnGaps;
    }

    private int[] places(int[] events) {
        if (gapless) {
            return events;
        }
        int[] places = new int[events.length];
        for (int i = 0; i < events.length; i++) {
            places[i] = measuredAt[events[i]];
        }
        return places;
    }
}
