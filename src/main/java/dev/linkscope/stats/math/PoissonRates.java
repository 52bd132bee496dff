package dev.linkscope.stats.math;

/**
 * Whether two Poisson counts come from the same rate: given their sum, the first is binomial with
 * its share of the time (Przyborowski and Wilenski 1940). Exact, and so a little cautious.
 */
public final class PoissonRates {
    private PoissonRates() {}

    /**
     * Two-sided p of equal rates: twice the smaller tail, 1 at most, 1 without an event.
     *
     * @param first events in {@code firstTime}
     * @param firstTime positive
     * @param second events in {@code secondTime}
     * @param secondTime positive, in the same unit
     */
    public static double twoSided(int first, double firstTime, int second, double secondTime) {
        double share = firstTime / (firstTime + secondTime);
        double more = upperTail(first + second, first, share);
        double fewer = upperTail(first + second, second, 1 - share);
        return Math.min(1, 2 * Math.min(more, fewer));
    }

    /**
     * Chance of so many of {@code n} or more, of which each falls there with chance {@code share}.
     */
    public static double upperTail(int n, int atLeast, double share) {
        double sum = 0;
        // From the far end: small terms first, no cancellation.
        for (int k = n; k >= atLeast; k--) {
            sum +=
                    Math.exp(
                            Gamma.lnChoose(n, k)
                                    + k * Math.log(share)
                                    + (n - k) * Math.log1p(-share));
        }
        return Math.min(1, sum);
    }
}
