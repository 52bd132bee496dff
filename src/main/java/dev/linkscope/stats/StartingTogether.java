package dev.linkscope.stats;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Cells around which more outages start than the printers' own start rates explain. It sees what
 * the state test cannot: a long shared outage lifts each printer's own share until the failures
 * together look ordinary.
 */
final class StartingTogether {
    /** Cells before and after in which a start still counts as the same. */
    private static final int REACH = 1;

    private static final int WINDOW = 2 * REACH + 1;

    private final FarmGrid grid;
    private final OutageStarts starts;
    private final ChanceTails tails;

    StartingTogether(FarmGrid grid) {
        this.grid = grid;
        this.starts = new OutageStarts(grid);
        double[] chances = new double[grid.printers()];
        for (int printer = 0; printer < chances.length; printer++) {
            double rate = starts.ownRate(printer);
            chances[printer] = 1 - Math.pow(1 - rate, WINDOW);
        }
        this.tails = new ChanceTails(chances);
    }

    List<SharedSeed> find(double alpha) {
        List<SharedSeed> found = new ArrayList<>();
        for (int cell = 0; cell < grid.cells(); cell++) {
            BitSet starters = starters(cell);
            int count = starters.cardinality();
            if (count >= 2) {
                BitSet measured = grid.measuredIn(cell);
                measured.or(starters);
                double p = tails.of(count, measured);
                if (p <= alpha) {
                    found.add(new SharedSeed(cell, starters, p, SharedSeed.ONSET));
                }
            }
        }
        return found;
    }

    private BitSet starters(int cell) {
        var starters = new BitSet();
        int to = Math.min(grid.cells() - 1, cell + REACH);
        for (int near = Math.max(0, cell - REACH); near <= to; near++) {
            starters.or(starts.at(near));
        }
        return starters;
    }
}
