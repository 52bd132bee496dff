package dev.linkscope.stats;

import dev.linkscope.domain.loss.Interval;
import dev.linkscope.stats.math.Gamma;
import dev.linkscope.stats.math.Normal;

/** Two-sided 95 % intervals. */
final class Intervals {
    private Intervals() {}

    /**
     * Wilson's score interval (Wilson 1927).
     *
     * @param share share seen, 0 to 1
     * @param n independent attempts behind it, positive, not necessarily whole
     */
    static Interval wilson(double share, double n) {
        double z2 = Normal.Z_95 * Normal.Z_95;
        double centre = share + z2 / (2 * n);
        double half = Normal.Z_95 * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n));
        double scale = 1 + z2 / n;
        return new Interval(
                Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale));
    }

    /**
     * Interval of an error rate whose failures come in bursts: Wilson with as many attempts as n
     * correlated ones are worth, n(1−ρ)/(1+ρ). Without an error the upper end is exact.
     *
     * @param attempts measured slots, positive
     */
    static Interval errorRate(int attempts, int errors, PairCounts pairs) {
        if (errors == 0) {
            return new Interval(0, 1 - Math.pow(0.05, 1.0 / attempts));
        }
        double rho = pairs.correlation();
        return wilson((double) errors / attempts, attempts * (1 - rho) / (1 + rho));
    }

    /**
     * Interval of the mean of a Poisson count (Garwood 1936). Not confined to 0 … 1.
     *
     * @param count events seen, at least 0
     */
    static Interval garwood(int count) {
        double low = count == 0 ? 0 : Gamma.quantile(count, 0.025);
        return new Interval(low, Gamma.quantile(count + 1.0, 0.975));
    }

    /** One-sided 90 % lower limit of the mean of a Poisson count (Garwood 1936); count ≥ 1. */
    static double garwoodLower90(int count) {
        return Gamma.quantile(count, 0.10);
    }
}
