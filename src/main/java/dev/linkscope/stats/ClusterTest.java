package dev.linkscope.stats;

import dev.linkscope.stats.math.RandomSubset;
import dev.linkscope.stats.math.SplitMix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether failures lie closer together than chance puts them: one p-value out of the smallest of
 * four, recalibrated by permuting the failures over the measured slots of each segment (Westfall
 * and Young 1993, min-p).
 *
 * <p>The rarer outcome is permuted and measured: that ok slots cluster says the same of the
 * failures between them.
 */
final class ClusterTest {
    /** Permutations after which a p clearly above 0.1 is left as it is. */
    private static final int[] CHECKPOINTS = {99, 499, 1_999};

    /** Where "clearly above" begins. */
    private static final double UNINTERESTING = 0.1;

    private final List<ClusterStatistics> parts = new ArrayList<>();
    private final List<RandomSubset> subsets = new ArrayList<>();
    private final double[][] seen;

    private ClusterTest(List<SlotRow> rows, int permutations) {
        int errors = rows.stream().mapToInt(SlotRow::failed).sum();
        int attempts = rows.stream().mapToInt(SlotRow::measured).sum();
        byte rarer = 2 * errors <= attempts ? SlotRow.FAILED : SlotRow.OK;
        for (SlotRow row : rows) {
            ClusterStatistics part = new ClusterStatistics(row, rarer);
            if (part.events() > 0) {
                parts.add(part);
                subsets.add(new RandomSubset(row.measured(), part.events()));
            }
        }
        this.seen = new double[ClusterStatistics.COUNT][permutations + 1];
    }

    /**
     * The p-value, between {@code 1 / (permutations + 1)} and 1; null if nothing varies.
     *
     * @param permutations how many at most; fewer where p is clearly above 0.1
     */
    static @Nullable Double pValue(List<SlotRow> rows, long seed, int permutations) {
        ClusterTest test = new ClusterTest(rows, permutations);
        return test.parts.isEmpty() ? null : test.run(new SplitMix(seed), permutations);
    }

    private double run(SplitMix random, int permutations) {
        parts.forEach(part -> part.addObserved(seen));
        int done = 0;
        for (int checkpoint : CHECKPOINTS) {
            if (checkpoint < permutations) {
                done = permute(random, done, checkpoint);
                double p = recalibrated(done + 1);
                if (p - 3 * Math.sqrt(p * (1 - p) / done) > UNINTERESTING) {
                    return p;
                }
            }
        }
        done = permute(random, done, permutations);
        return recalibrated(done + 1);
    }

    private int permute(SplitMix random, int from, int to) {
        for (int b = from + 1; b <= to; b++) {
            for (int i = 0; i < parts.size(); i++) {
                parts.get(i).add(subsets.get(i).draw(random), seen, b);
            }
        }
        return to;
    }

    /** Share of all arrangements whose smallest p is at most that of the observed one. */
    private double recalibrated(int count) {
        int[] smallest = new int[count];
        Arrays.fill(smallest, count);
        double[] sorted = new double[count];
        for (double[] values : seen) {
            System.arraycopy(values, 0, sorted, 0, count);
            Arrays.sort(sorted);
            for (int b = 0; b < count; b++) {
                smallest[b] = Math.min(smallest[b], count - firstIndexOf(sorted, values[b]));
            }
        }
        int asSmall = 0;
        for (int value : smallest) {
            asSmall += value <= smallest[0] ? 1 : 0;
        }
        return (double) asSmall / count;
    }

    /** Index of the first element that is not below the value. */
    private static int firstIndexOf(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
