package dev.linkscope.stats;

import dev.linkscope.domain.loss.Runs;
import dev.linkscope.stats.math.Normal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs of equal slots (Wald and Wolfowitz 1940). A slot that was not measured breaks a run, so the
 * moments are those of broken rows; segments are independent and add up.
 */
final class RunsFigures {
    private int total;
    private int errorRuns;
    private double mean;
    private double variance;

    private RunsFigures() {}

    static Runs of(List<SlotRow> rows) {
        RunsFigures sum = new RunsFigures();
        rows.forEach(sum::add);
        return new Runs(
                sum.total, sum.z(), sum.pValueTwoSided(), sum.errorRuns, ErrorRunsLaw.lower(rows));
    }

    private void add(SlotRow row) {
        int blocks = 0;
        int pairs = 0;
        int changes = 0;
        int triples = 0;
        int failedRuns = 0;
        for (int i = 0; i < row.length(); i++) {
            if (!row.measuredAt(i)) {
                continue;
            }
            boolean joined = i > 0 && row.measuredAt(i - 1);
            boolean change = joined && row.at(i) != row.at(i - 1);
            blocks += joined ? 0 : 1;
            pairs += joined ? 1 : 0;
            changes += change ? 1 : 0;
            triples += joined && i > 1 && row.measuredAt(i - 2) ? 1 : 0;
            failedRuns += row.failedAt(i) && (change || !joined) ? 1 : 0;
        }
        total += blocks + changes;
        errorRuns += failedRuns;
        mean += blocks;
        addMoments(row.failed(), row.measured() - row.failed(), pairs, triples);
    }

    /**
     * Mean and variance of the number of changes among exchangeable slots.
     *
     * @param ones failed slots
     * @param zeros ok slots
     * @param pairs adjacent measured pairs
     * @param triples pairs of them that share a slot
     */
    private void addMoments(double ones, double zeros, double pairs, double triples) {
        double n = ones + zeros;
        if (ones == 0 || zeros == 0) {
            return;
        }
        double change = 2 * ones * zeros / (n * (n - 1));
        double both = n < 4 ? 0 : 2 * change * (ones - 1) * (zeros - 1) / ((n - 2) * (n - 3));
        double apart = pairs * (pairs - 1) - 2 * triples;
        mean += pairs * change;
        variance += pairs * change + triples * change + apart * both;
        variance -= pairs * change * pairs * change;
    }

    private @Nullable Double z() {
        return variance <= 1e-12 ? null : (total - mean) / Math.sqrt(variance);
    }

    private @Nullable Double pValueTwoSided() {
        Double z = z();
        return z == null ? null : Normal.twoSided(z);
    }
}
