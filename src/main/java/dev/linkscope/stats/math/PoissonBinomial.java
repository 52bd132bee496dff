package dev.linkscope.stats.math;

/** How many of several independent events of unequal chances happen. */
public final class PoissonBinomial {
    private PoissonBinomial() {}

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
