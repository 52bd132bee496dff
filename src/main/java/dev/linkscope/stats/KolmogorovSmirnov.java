package dev.linkscope.stats;

/** Whether two samples come from one distribution, whatever that is (Smirnov 1939). */
final class KolmogorovSmirnov {
    /** Terms of the series beyond which nothing changes. */
    private static final int TERMS = 100;

    /** Observations below which Stephens's correction does not hold. */
    private static final double FEWEST = 4;

    private KolmogorovSmirnov() {}

    /**
     * The p-value, with the correction for few observations by Stephens (1970); 1 where they are
     * too few even for that.
     *
     * @param distance largest distance between the two distribution functions
     * @param n product of the sample sizes over their sum, positive
     */
    static double pValue(double distance, double n) {
        if (n < FEWEST) {
            return 1;
        }
        double root = Math.sqrt(n);
        double lambda = (root + 0.12 + 0.11 / root) * distance;
        if (lambda < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int j = 1; j <= TERMS; j++) {
            double term = Math.exp(-2 * j * j * lambda * lambda);
            sum += j % 2 == 1 ? term : -term;
            if (term < 1e-16) {
                break;
            }
        }
        return Math.clamp(2 * sum, 0, 1);
    }
}
