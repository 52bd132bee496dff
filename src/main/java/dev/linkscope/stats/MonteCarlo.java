package dev.linkscope.stats;

import java.util.function.DoubleSupplier;

/** A p-value by simulation of the null. */
final class MonteCarlo {
    private static final int CHECK_EVERY = 100;
    private static final double UNINTERESTING = 0.1;
    private static final int ENOUGH = 20;

    private MonteCarlo() {}

    /**
     * Share of simulated values that are at least as small as the observed one, which counts among
     * them (Davison and Hinkley 1997): between {@code 1 / (draws + 1)} and 1.
     *
     * @param draws how many at most; fewer where p is clearly above 0.1
     */
    static double lowerTail(double observed, DoubleSupplier draw, int draws) {
        // Rounding must not tell equal arrangements apart.
        double limit = observed + 1e-9 * Math.abs(observed);
        int asSmall = 0;
        for (int done = 1; done <= draws; done++) {
            asSmall += draw.getAsDouble() <= limit ? 1 : 0;
            if (done % CHECK_EVERY == 0) {
                double p = (asSmall + 1.0) / (done + 1);
                if (p - 3 * Math.sqrt(p * (1 - p) / done) > UNINTERESTING) {
                    return p;
                }
            }
        }
        return (asSmall + 1.0) / (draws + 1);
    }

    /**
     * The same, for large data: it ends with the twentieth simulated value that is as small (Besag
     * and Clifford 1991), so that p-values are right to about a quarter of them and only the
     * smallest take all draws.
     */
    static double lowerTailSoon(double observed, DoubleSupplier draw, int draws) {
        double limit = observed + 1e-9 * Math.abs(observed);
        int asSmall = 0;
        for (int done = 1; done <= draws; done++) {
            asSmall += draw.getAsDouble() <= limit ? 1 : 0;
            if (asSmall == ENOUGH) {
                return (double) ENOUGH / done;
            }
        }
        return (asSmall + 1.0) / (draws + 1);
    }
}
