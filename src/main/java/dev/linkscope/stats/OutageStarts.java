package dev.linkscope.stats;

import java.util.BitSet;

/**
 * Where outages start on the farm's grid: two failed cells or more, at most one cell between them.
 * What began unseen has no start.
 */
final class OutageStarts {
    private final FarmGrid grid;

    /** Who starts in each cell. */
    private final BitSet[] starts;

    private final int[] counts;

    OutageStarts(FarmGrid grid) {
        this.grid = grid;
        this.starts = new BitSet[grid.cells()];
        this.counts = new int[grid.printers()];
        for (int cell = 0; cell < starts.length; cell++) {
            starts[cell] = new BitSet();
        }
        for (int printer = 0; printer < counts.length; printer++) {
            find(printer);
        }
    }

    private void find(int printer) {
        int first = -1;
        int last = -1;
        for (int cell = 0; cell < grid.cells(); cell++) {
            if (!grid.failed(printer, cell)) {
                continue;
            }
            if (first >= 0 && cell - last - 1 >= OutageCounter.GMIN) {
                note(printer, first, last);
                first = -1;
            }
            first = first < 0 ? cell : first;
            last = cell;
        }
        note(printer, first, last);
    }

    private void note(int printer, int first, int last) {
        if (last > first && seenOkBefore(printer, first)) {
            starts[first].set(printer);
            counts[printer]++;
        }
    }

    private boolean seenOkBefore(int printer, int cell) {
        return (cell >= 1 && grid.ok(printer, cell - 1))
                || (cell >= 2 && grid.ok(printer, cell - 2));
    }

    /** The printers of which an outage starts in a cell. */
    BitSet at(int cell) {
        return starts[cell];
    }

    /** A printer's own starts for each measured cell, {@code (k + ½) / (n + 1)}. */
    double ownRate(int printer) {
        return (counts[printer] + 0.5) / (grid.measured(printer) + 1.0);
    }
}
