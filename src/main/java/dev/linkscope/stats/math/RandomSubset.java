package dev.linkscope.stats.math;

import java.util.Arrays;

/**
 * Draws a random subset of {@code 0 … n-1} in ascending order. Reuses its memory; not thread-safe.
 *
 * <p>A bit map is filled by rejection and read in order, which needs no sorting: about 5 ns an
 * element.
 */
public final class RandomSubset {
    private final int n;
    private final int[] elements;
    private final long[] bits;

    /**
     * A drawer of subsets.
     *
     * @param n size of the whole, positive
     * @param size size of the subset, at most {@code n}; quick up to {@code n/2}
     */
    public RandomSubset(int n, int size) {
        if (size < 0 || size > n) {
            throw new IllegalArgumentException("cannot draw " + size + " of " + n);
        }
        this.n = n;
        this.elements = new int[size];
        this.bits = new long[(n + 63) / 64];
    }

    /** Draws; the array is valid until the next draw. */
    public int[] draw(SplitMix random) {
        Arrays.fill(bits, 0);
        for (int drawn = 0; drawn < elements.length; ) {
            int element = random.nextInt(n);
            long bit = 1L << element;
            if ((bits[element >> 6] & bit) == 0) {
                bits[element >> 6] |= bit;
                drawn++;
            }
        }
        int next = 0;
        for (int word = 0; word < bits.length; word++) {
            for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
                elements[next++] = (word << 6) + Long.numberOfTrailingZeros(rest);
            }
        }
        return elements;
    }
}
