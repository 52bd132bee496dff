package dev.linkscope.stats;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Where outages start and end on the farm's grid: two failed cells or more, at most one cell
 * between them. What began unseen has no start.
 */
final class OutageStarts {
    private final FarmGrid grid;

    /** For each printer and cell, the last cell of the outage that starts there, or -1. */
    private final int[][] ends;

    OutageStarts(FarmGrid grid) {
        this.grid = grid;
        this.ends = new int[grid.printers()][grid.cells()];
        for (int printer = 0; printer < ends.length; printer++) {
            Arrays.fill(ends[printer], -1);
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
            ends[printer][first] = last;
        }
    }

    private boolean seenOkBefore(int printer, int cell) {
        return (cell >= 1 && grid.ok(printer, cell - 1))
                || (cell >= 2 && grid.ok(printer, cell - 2));
    }

    boolean startsAt(int printer, int cell) {
        return ends[printer][cell] >= 0;
    }

    /** Last cell of the outage that starts there. */
    int endOf(int printer, int start) {
        return ends[printer][start];
    }

    /** A printer's own starts for each measured cell, {@code (k + ½) / (n + 1)}. */
    double ownRate(int printer, BitSet shared) {
        int count = 0;
        for (int cell = 0; cell < grid.cells(); cell++) {
            count += startsAt(printer, cell) && !shared.get(cell) ? 1 : 0;
        }
        return (count + 0.5) / (grid.ownMeasured(printer, shared) + 1.0);
    }
}
