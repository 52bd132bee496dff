package dev.linkscope.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Many tests at once: which to believe (Benjamini and Hochberg 1995). */
public final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /**
     * Decides on each p-value so that on average at most the share {@code rate} of those believed
     * is false.
     *
     * @param pValues in any order; NaN for a test that could not be made
     * @param rate false discovery rate, above 0 and below 1
     * @return whether each is believed, in the order given
     */
    public static boolean[] believed(double[] pValues, double rate) {
        double limit = limit(pValues, rate);
        boolean[] believed = new boolean[pValues.length];
        for (int i = 0; i < pValues.length; i++) {
            believed[i] = pValues[i] <= limit;
        }
        return believed;
    }

    /** The largest p that is believed; -1 if none is. */
    static double limit(double[] pValues, double rate) {
        double[] sorted = Arrays.stream(pValues).filter(p -> !Double.isNaN(p)).sorted().toArray();
        return IntStream.range(0, sorted.length)
                .filter(i -> sorted[i] <= rate * (i + 1) / sorted.length)
                .mapToObj(i -> sorted[i])
                .max(Comparator.naturalOrder())
                .orElse(-1.0);
    }
}
