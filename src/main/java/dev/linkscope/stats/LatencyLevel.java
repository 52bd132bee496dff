package dev.linkscope.stats;

import java.time.Instant;

/** Consecutive answers, as a digest and with what their neighbours have in common. */
final class LatencyLevel {
    private final Instant from;
    private final LatencyDigest digest = new LatencyDigest();
    private long own;
    private double first;
    private double last;
    private double sum;
    private double squares;
    private double products;
    private double addedCorrelations;
    private int added;

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
        products += own == 0 ? 0 : last * ln;
        first = own == 0 ? ln : first;
        own++;
        sum += ln;
        squares += ln * ln;
        last = ln;
        digest.add(micros);
    }

    /** Adds the answers of a level that came after this one; nothing is added singly any more. */
    void addAll(LatencyLevel later) {
        digest.addAll(later.digest);
        addedCorrelations += later.correlations();
        added += later.blocks();
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
        double mean = (correlations() + other.correlations()) / (blocks() + other.blocks());
        double rho = Math.clamp(mean, 0, 0.999);
        double worth = (1 - rho) / (1 + rho);
        double mine = count() * worth;
        double others = other.count() * worth;
        return KolmogorovSmirnov.pValue(
                digest.distance(other.digest), mine * others / (mine + others));
    }

    private int blocks() {
        return added + 1;
    }

    /**
     * Sum of each block's correlation of neighbouring logarithms. Block by block, since one that
     * holds the change itself would otherwise pass for a wandering level.
     */
    private double correlations() {
        return addedCorrelations + ownCorrelation();
    }

    /** Without the bias of short rows, (1 + 3ρ)/n too low (Kendall 1954). */
    private double ownCorrelation() {
        double mean = sum / own;
        double variance = squares / own - mean * mean;
        if (own < 2 || variance <= 1e-12) {
            return 0;
        }
        double pairs = own - 1.0;
        // Every neighbour centred: the mean of those in pairs is not quite that of all.
        double covariance = (products - mean * (2 * sum - first - last)) / pairs + mean * mean;
        double seen = covariance / variance;
        return seen + (1 + 3 * seen) / own;
    }
}
