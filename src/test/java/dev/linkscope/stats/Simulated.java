package dev.linkscope.stats;

import dev.linkscope.stats.math.SplitMix;
import java.util.Arrays;

/** Rows of slots with a known truth, as text: 1 ok, 0 failed. */
public final class Simulated {
    private Simulated() {}

    /** Every slot fails by itself. */
    public static String independent(int slots, double loss, SplitMix random) {
        char[] row = new char[slots];
        for (int i = 0; i < slots; i++) {
            row[i] = random.nextDouble() < loss ? '0' : '1';
        }
        return new String(row);
    }

    /** A stationary Gilbert chain with that loss and mean length of a run of failures. */
    public static String gilbert(int slots, double loss, double meanBurst, SplitMix random) {
        double leave = 1 / meanBurst;
        double enter = leave * loss / (1 - loss);
        char[] row = new char[slots];
        boolean failing = random.nextDouble() < loss;
        for (int i = 0; i < slots; i++) {
            row[i] = failing ? '0' : '1';
            failing = random.nextDouble() < (failing ? 1 - leave : enter);
        }
        return new String(row);
    }

    /** Storms of {@code length} slots at random times; inside, half of the slots fail. */
    public static String storms(
            int slots, double perSlot, int length, double inside, SplitMix random) {
        char[] row = new char[slots];
        int left = 0;
        for (int i = 0; i < slots; i++) {
            left = random.nextDouble() < perSlot ? length : Math.max(0, left - 1);
            row[i] = left > 0 && random.nextDouble() < inside ? '0' : '1';
        }
        return new String(row);
    }

    /** A fault of {@code length} slots every {@code period} slots, on top of single failures. */
    public static String periodic(
            int slots, int period, int length, double noise, SplitMix random) {
        char[] row = independent(slots, noise, random).toCharArray();
        for (int start = random.nextInt(period); start < slots; start += period) {
            Arrays.fill(row, start, Math.min(slots, start + length), '0');
        }
        return new String(row);
    }
}
