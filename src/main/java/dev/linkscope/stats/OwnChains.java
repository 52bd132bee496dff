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
        for (int printer = 0; printer < printers; printer++) {
            int[] seen = new int[2];
            int[] failed = new int[2];
            for (int cell = 1; cell < own.cells(); cell++) {
                if (!run.near(cell) && own.measured(printer, cell)) {
                    if (own.measured(printer, cell - 1)) {
                        int before = own.failed(printer, cell - 1) ? 1 : 0;
                        seen[before]++;
                        failed[before] += own.failed(printer, cell) ? 1 : 0;
                    }
                }
            }
            enters[printer] = (failed[0] + 0.5) / (seen[0] + 1.0);
            stays[printer] = (failed[1] + 0.5) / (seen[1] + 1.0);
            fails[printer] = (failed[0] + failed[1] + 0.5) / (seen[0] + seen[1] + 1.0);
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
