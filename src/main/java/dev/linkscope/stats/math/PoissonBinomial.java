package dev.linkscope.stats.math;

/** How many of several independent events of unequal chances happen. */
public final class PoissonBinomial {
    private PoissonBinomial() {}

    /**
     * Chance of {@code count} events or more, where that is rare; else only that it is not. Takes a
     * time that grows with {@code count}, not with the square of the number of events.
     *
     * @param chances one for each event, 0 to 1
     * @param count at least 1
     * @param rare below this the value is exact, such as 0.001
     * @return the chance, or some number of at least {@code rare}
     */
    public static double rareTail(double[] chances, int count, double rare) {
        double[] mass = new double[count];
        mass[0] = 1;
        for (int n = 0; n < chances.length; n++) {
            double p = chances[n];
            for (int m = Math.min(n + 1, count - 1); m > 0; m--) {
                mass[m] = mass[m] * (1 - p) + mass[m - 1] * p;
            }
            mass[0] *= 1 - p;
        }
        double below = 0;
        for (double one : mass) {
            below += one;
        }
        // Rounding takes digits of a small tail; there it is summed from the far end.
        return 1 - below >= 2 * rare ? 1 - below : upperTails(chances)[count];
    }

    /**
     * Upper tails: element m is the chance of m or more events.
     *
     * <p>Convolution of positive terms, summed from the far end: no cancellation, so that tails of
     * 1e-300 keep their digits.
     *
     * @param chances one for each event, 0 to 1
     * @return {@code chances.length + 2} tails; the first is 1, the last 0
     */
    public static double[] upperTails(double[] chances) {
        double[] mass = new double[chances.length + 2];
        mass[0] = 1;
        for (int n = 0; n < chances.length; n++) {
            double p = chances[n];
            for (int m = n + 1; m > 0; m--) {
                mass[m] = mass[m] * (1 - p) + mass[m - 1] * p;
            }
            mass[0] *= 1 - p;
        }
        for (int m = chances.length; m > 0; m--) {
            mass[m] += mass[m + 1];
        }
        mass[0] = 1;
        return mass;
    }
}
