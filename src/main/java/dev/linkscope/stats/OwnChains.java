package dev.linkscope.stats;

/**
 * How each printer fails by itself: a Gilbert chain from what it did outside an outage, with ½
 * added to each count.
 */
final class OwnChains {
    private final double[] fails;
    private final double[] enters;
    private final double[] stays;

    /**
     * The chains.
     *
     * @param own the grid without shared outages
     * @param run left out too
     */
    OwnChains(FarmGrid own, SharedRun run) {
        int printers = own.printers();
        fails = new double[printers];
        enters = new double[printers];
        stays = new double[printers];
        // Counted once for the grid: only what lies near the outage is left out again.
        int first = Math.max(1, run.from() - SharedRun.EDGE);
        int last = Math.min(own.cells() - 1, run.to() + SharedRun.EDGE);
        for (int printer = 0; printer < printers; printer++) {
            CellPairs pairs = own.pairs(printer).without(own.pairs(printer, first, last));
            enters[printer] = (pairs.okFailed() + 0.5) / (pairs.afterOk() + 1.0);
            stays[printer] = (pairs.failedFailed() + 0.5) / (pairs.afterFailed() + 1.0);
            fails[printer] =
                    (pairs.okFailed() + pairs.failedFailed() + 0.5)
                            / (pairs.afterOk() + pairs.afterFailed() + 1.0);
        }
    }

    /** Share of all cells in which it fails. */
    double fails(int printer) {
        return fails[printer];
    }

    /** Chance to fail in a cell, by what the grid shows before it. */
    double chance(FarmGrid grid, int printer, int cell) {
        if (cell <= 0 || !grid.measured(printer, cell - 1)) {
            return fails[printer];
        }
        return grid.failed(printer, cell - 1) ? stays[printer] : enters[printer];
    }
}
