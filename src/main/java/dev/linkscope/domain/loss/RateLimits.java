package dev.linkscope.domain.loss;

/**
 * Error rates from which a pane is called otherwise, as shares.
 *
 * @param watch from here on it is to be watched
 * @param takeAction above this it is time to act, at least {@code watch}
 */
public record RateLimits(double watch, double takeAction) {
    /** Obico's help page: under 5 % usually no problem, over 20 % find out what is wrong. */
    public static final RateLimits USUAL = new RateLimits(0.05, 0.20);

    public RateLimits {
        if (!(watch > 0 && watch <= takeAction && takeAction < 1)) {
            throw new IllegalArgumentException("error rates must rise");
        }
    }

    /**
     * Clean slots that are needed to exclude {@code watch} with 95 % confidence: the least n with
     * (1 − watch)ⁿ below 0.05.
     */
    public int cleanAttempts() {
        return (int) Math.ceil(Math.log(0.05) / Math.log1p(-watch));
    }
}
