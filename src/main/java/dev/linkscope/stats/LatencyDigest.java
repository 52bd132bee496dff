package dev.linkscope.stats;

import dev.linkscope.domain.loss.Quantiles;
import java.util.Iterator;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.IntCountsHistogram;
import org.jspecify.annotations.Nullable;

/**
 * Answer times in about 11 kB, however many: counts in bins no wider than 1 % of their value. The
 * order in which they were added leaves no trace, and digests add up exactly.
 */
final class LatencyDigest {
    /** Longer answers count as this long: two minutes, beyond any deadline. */
    private static final int LONGEST_MICROS = 120_000_000;

    private static final int DIGITS = 2;

    private final IntCountsHistogram counts = new IntCountsHistogram(LONGEST_MICROS, DIGITS);

    /** Adds an answer of so many microseconds, at least 0. */
    void add(int micros) {
        counts.recordValue(Math.min(micros, LONGEST_MICROS));
    }

    /** Adds all answers of another digest. */
    void addAll(LatencyDigest other) {
        counts.add(other.counts);
    }

    /** Answers in it. */
    long count() {
        return counts.getTotalCount();
    }

    /** Median in milliseconds; there is an answer. */
    double median() {
        return millis(50);
    }

    /** Quantiles in milliseconds, within 1 %; null without an answer. */
    @Nullable Quantiles quantiles() {
        return count() == 0 ? null : new Quantiles(millis(5), millis(50), millis(95), millis(99));
    }

    private double millis(double percentile) {
        long micros = counts.getValueAtPercentile(percentile);
        long low = counts.lowestEquivalentValue(micros);
        long high = Math.min(counts.highestEquivalentValue(micros), counts.getMaxValue());
        return (low + high) / 2.0 / 1_000;
    }

    /**
     * Largest distance between the two distribution functions (Smirnov 1939), 0 to 1; both hold an
     * answer. Answers of one bin count as equal, which can only make it smaller.
     */
    double distance(LatencyDigest other) {
        Walk mine = new Walk(counts);
        Walk others = new Walk(other.counts);
        double largest = 0;
        while (mine.bin() != Walk.END || others.bin() != Walk.END) {
            long bin = Math.min(mine.bin(), others.bin());
            mine.passIf(bin);
            others.passIf(bin);
            largest = Math.max(largest, Math.abs(mine.share() - others.share()));
        }
        return largest;
    }

    /** Goes over the bins that hold something, in order. */
    private static final class Walk {
        private static final long END = Long.MAX_VALUE;

        private final Iterator<HistogramIterationValue> bins;
        private final double total;
        private long bin;
        private long inBin;
        private long passed;

        Walk(IntCountsHistogram counts) {
            this.bins = counts.recordedValues().iterator();
            this.total = counts.getTotalCount();
            next();
        }

        private void next() {
            if (bins.hasNext()) {
                HistogramIterationValue value = bins.next();
                bin = value.getValueIteratedTo();
                inBin = value.getCountAddedInThisIterationStep();
            } else {
                bin = END;
            }
        }

        long bin() {
            return bin;
        }

        void passIf(long wanted) {
            if (bin == wanted) {
                passed += inBin;
                next();
            }
        }

        /** Share of the answers passed. */
        double share() {
            return passed / total;
        }
    }
}
