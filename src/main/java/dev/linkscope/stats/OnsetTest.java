package dev.linkscope.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cells around which more outages start than the printers' own start rates explain. It sees what
 * the state test cannot: a long shared outage lifts each printer's own share until the failures
 * together look ordinary.
 */
final class OnsetTest {
    /** Cells before and after in which a start still counts as the same. */
    private static final int REACH = 1;

    private static final int WINDOW = 2 * REACH + 1;

    private final FarmGrid grid;
    private final OutageStarts starts;
    private final ChanceTails tails;

    OnsetTest(FarmGrid grid, BitSet shared) {
        this.grid = grid;
        this.starts = new OutageStarts(grid);
        double[] chances = new double[grid.printers()];
        for (int printer = 0; printer < chances.length; printer++) {
            double rate = starts.ownRate(printer, shared);
            chances[printer] = 1 - Math.pow(1 - rate, WINDOW);
        }
        this.tails = new ChanceTails(chances);
    }

    List<SharedRun> find(double alpha) {
        List<SharedRun> found = new ArrayList<>();
        for (int cell = 0; cell < grid.cells(); cell++) {
            int[] starters = starters(cell);
            if (starters.length >= 2) {
                BitSet measured = grid.measuredIn(cell);
                Arrays.stream(starters).forEach(measured::set);
                double p = tails.of(starters.length, measured);
                if (p <= alpha) {
                    found.add(run(cell, starters, p, measured.cardinality()));
                }
            }
        }
        return found;
    }

    private int[] starters(int cell) {
        return IntStream.range(0, grid.printers())
                .filter(printer -> startNear(printer, cell) >= 0)
                .toArray();
    }

    private int startNear(int printer, int cell) {
        int from = Math.max(0, cell - REACH);
        int to = Math.min(grid.cells() - 1, cell + REACH);
        for (int near = from; near <= to; near++) {
            if (starts.startsAt(printer, near)) {
                return near;
            }
        }
        return -1;
    }

    /** The outage lasts as long as most of those who started together, and two, are down. */
    private SharedRun run(int cell, int[] starters, double p, int measured) {
        int from = grid.cells();
        int[] ends = new int[starters.length];
        for (int i = 0; i < starters.length; i++) {
            int start = startNear(starters[i], cell);
            from = Math.min(from, start);
            ends[i] = starts.endOf(starters[i], start);
        }
        Arrays.sort(ends);
        int stillDown = Math.max(2, starters.length / 2 + 1);
        int to = ends[starters.length - stillDown];
        return new SharedRun(from, Math.max(from, to), p, SharedRun.ONSET, measured);
    }
}
