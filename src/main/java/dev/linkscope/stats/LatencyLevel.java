package dev.linkscope.stats;

import java.time.Instant;

/** Consecutive answers, as a digest and with what their neighbours have in common. */
final class LatencyLevel {
    private final Instant from;
    private final LatencyDigest digest = new LatencyDigest();
    private double last;
    private double sum;
    private double squares;
    private double products;
    private long pairs;

    /** A level whose first answer was due then. */
    LatencyLevel(Instant from) {
        this.from = from;
    }

    /**
     * Adds the next answer.
     *
     * @param micros at least 0
     */
    void add(int micros) {
        double ln = Math.log(micros + 1.0);
        if (digest.count() > 0) {
            pairs++;
            products += last * ln;
        }
        digest.add(micros);
        sum += ln;
        squares += ln * ln;
        last = ln;
    }

    /** Adds the answers of a level that came after this one. */
    void addAll(LatencyLevel later) {
        digest.addAll(later.digest);
        sum += later.sum;
        squares += later.squares;
        products += later.products;
        pairs += later.pairs;
        last = later.last;
    }

    Instant from() {
        return from;
    }

    LatencyDigest digest() {
        return digest;
    }

    long count() {
        return digest.count();
    }

    /** Chance of two levels as different as these without a change. */
    double pValue(LatencyLevel other) {
        double rho = correlation(other);
        double worth = (1 - rho) / (1 + rho);
        double mine = count() * worth;
        double others = other.count() * worth;
        return KolmogorovSmirnov.pValue(
                digest.distance(other.digest), mine * others / (mine + others));
    }

    /**
     * Correlation of neighbouring logarithms in both levels together, 0 to 0.999, without the bias
     * of short rows: (1 + 3ρ)/n too low in each (Kendall 1954).
     */
    private double correlation(LatencyLevel other) {
        double both = pairs + other.pairs;
        double together = covariance() * pairs + other.covariance() * other.pairs;
        double spread = variance() * pairs + other.variance() * other.pairs;
        double seen = spread <= 0 ? 0 : together / spread;
        return Math.clamp(seen + 2 * (1 + 3 * seen) / both, 0, 0.999);
    }

    private double covariance() {
        double mean = sum / count();
        return pairs == 0 ? 0 : products / pairs - mean * mean;
    }

    private double variance() {
        double mean = sum / count();
        return Math.max(0, squares / count() - mean * mean);
    }
}
