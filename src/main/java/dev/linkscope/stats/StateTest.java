package dev.linkscope.stats;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Cells in which more printers fail than their own shares explain. */
final class StateTest {
    private final FarmGrid grid;
    private final ChanceTails tails;

    StateTest(FarmGrid grid, BitSet shared) {
        this.grid = grid;
        this.tails =
                new ChanceTails(
                        IntStream.range(0, grid.printers())
                                .mapToDouble(printer -> grid.ownShare(printer, shared))
                                .toArray());
    }

    List<SharedRun> find(double alpha) {
        List<SharedRun> found = new ArrayList<>();
        for (int cell = 0; cell < grid.cells(); cell++) {
            int failing = 0;
            for (int printer = 0; printer < grid.printers(); printer++) {
                failing += grid.failed(printer, cell) ? 1 : 0;
            }
            if (failing >= 2) {
                BitSet measured = grid.measuredIn(cell);
                double p = tails.of(failing, measured);
                if (p <= alpha) {
                    int count = measured.cardinality();
                    found.add(new SharedRun(cell, cell, p, SharedRun.STATE, count));
                }
            }
        }
        return found;
    }
}
