package dev.linkscope.stats;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Cells in which more printers fail than their own shares explain. */
final class FailingTogether {
    private final FarmGrid grid;
    private final ChanceTails tails;

    FailingTogether(FarmGrid grid) {
        this.grid = grid;
        this.tails = new ChanceTails(grid.ownShares());
    }

    List<SharedSeed> find(double alpha) {
        List<SharedSeed> found = new ArrayList<>();
        for (int cell = 0; cell < grid.cells(); cell++) {
            BitSet failing = grid.failingIn(cell);
            int count = failing.cardinality();
            if (count >= 2) {
                BitSet measured = grid.measuredIn(cell);
                double p = tails.of(count, measured);
                if (p <= alpha) {
                    found.add(new SharedSeed(cell, failing, p, SharedSeed.STATE));
                }
            }
        }
        return found;
    }
}
