package dev.linkscope.stats;

import dev.linkscope.stats.math.SplitMix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether failures of different printers fall together over a span: pairs of printers failing at
 * once, against the same rows turned by random amounts, which keeps each printer's own bursts.
 */
final class TimeShift {
    /** Share of the printers that must be measured in a cell. */
    private static final double MEASURED_BY = 0.75;

    private final int cells;
    private final int[][] failures;
    private final int[] failing;

    private TimeShift(int cells, int[][] failures) {
        this.cells = cells;
        this.failures = failures;
        this.failing = new int[cells];
    }

    /**
     * The p-value; null if fewer than two failed. Cells in shared outages are left out, and those
     * in which many were not measured: what all miss at the same time would crowd their failures
     * together elsewhere.
     *
     * @param own the grid without what is already known as shared
     */
    static @Nullable Double pValue(
            FarmGrid own, List<SharedRun> shared, SplitMix random, int shifts) {
        int needed = (int) Math.ceil(MEASURED_BY * own.printers());
        int[] kept =
                IntStream.range(0, own.cells())
                        .filter(cell -> shared.stream().noneMatch(run -> run.near(cell)))
                        .filter(cell -> own.measuredIn(cell).cardinality() >= needed)
                        .toArray();
        int[][] failures =
                IntStream.range(0, own.printers())
                        .mapToObj(printer ->
                                IntStream.range(0, kept.length)
                                        .filter(i -> own.failed(printer, kept[i]))
                                        .toArray())
                        .filter(row -> row.length > 0)
                        .toArray(int[][]::new);
        if (failures.length < 2) {
            return null;
        }
        TimeShift test = new TimeShift(kept.length, failures);
        return MonteCarlo.lowerTailSoon(
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
