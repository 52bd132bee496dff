package dev.linkscope.stats;

import dev.linkscope.stats.math.SplitMix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether failures of different printers fall together over a span: pairs of printers failing at
 * once, against the same rows turned by random amounts, which keeps each printer's own bursts.
 */
final class ShiftTest {
    private final int cells;
    private final int[][] failures;
    private final int[] failing;

    private ShiftTest(int cells, int[][] failures) {
        this.cells = cells;
        this.failures = failures;
        this.failing = new int[cells];
    }

    /** The p-value, without the cells already known as shared; null if fewer than two failed. */
    static @Nullable Double pValue(FarmGrid grid, BitSet shared, SplitMix random, int shifts) {
        int[] own = IntStream.range(0, grid.cells()).filter(cell -> !shared.get(cell)).toArray();
        int[][] failures =
                IntStream.range(0, grid.printers())
                        .mapToObj(printer ->
                                IntStream.range(0, own.length)
                                        .filter(i -> grid.failed(printer, own[i]))
                                        .toArray())
                        .filter(row -> row.length > 0)
                        .toArray(int[][]::new);
        if (failures.length < 2) {
            return null;
        }
        ShiftTest test = new ShiftTest(own.length, failures);
        return MonteCarlo.lowerTail(
                -test.pairs(new int[failures.length]),
                () -> -test.pairs(test.draw(random)),
                shifts);
    }

    private int[] draw(SplitMix random) {
        int[] turns = new int[failures.length];
        Arrays.setAll(turns, _ -> random.nextInt(cells));
        return turns;
    }

    private double pairs(int[] turns) {
        Arrays.fill(failing, 0);
        long pairs = 0;
        for (int printer = 0; printer < failures.length; printer++) {
            for (int cell : failures[printer]) {
                int turned = cell + turns[printer];
                pairs += failing[turned < cells ? turned : turned - cells]++;
            }
        }
        return pairs;
    }
}
