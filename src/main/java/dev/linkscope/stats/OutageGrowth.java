package dev.linkscope.stats;

import java.util.BitSet;

/**
 * How long printers that began to fail together stay down: as long as most of those measured fail,
 * and two at least. One cell in which they do not ends nothing, as in the outage of one printer.
 * What nobody saw is bridged for {@value #UNSEEN} cells, for it does not break an outage in two.
 */
final class OutageGrowth {
    private static final int UNSEEN = 15;

    private final FarmGrid grid;

    OutageGrowth(FarmGrid grid) {
        this.grid = grid;
    }

    /** The outage around a cell in which it was seen. */
    SharedRun of(SharedSeed seed) {
        // Those who begin within a cell of each other are all down in the next.
        boolean onset = seed.test().equals(SharedSeed.ONSET);
        int within = onset ? Math.min(grid.cells() - 1, seed.cell() + 1) : seed.cell();
        return new SharedRun(
                edge(seed.who(), within, -1),
                edge(seed.who(), within, 1),
                seed.who(),
                seed.pValue(),
                seed.test());
    }

    /** The same outage, as far as it has gone on since. */
    SharedRun goneOn(SharedRun run) {
        return new SharedRun(
                run.from(),
                Math.max(run.to(), edge(run.members(), run.to(), 1)),
                run.members(),
                run.pValue(),
                run.test());
    }

    private int edge(BitSet who, int within, int step) {
        int last = within;
        int up = 0;
        int unseen = 0;
        for (int cell = within + step; cell >= 0 && cell < grid.cells(); cell += step) {
            int measured = 0;
            int failing = 0;
            for (int i = who.nextSetBit(0); i >= 0; i = who.nextSetBit(i + 1)) {
                measured += grid.measured(i, cell) ? 1 : 0;
                failing += grid.failed(i, cell) ? 1 : 0;
            }
            if (measured < 2) {
                unseen++;
            } else if (failing >= 2 && 2 * failing > measured) {
                last = cell;
                up = 0;
                unseen = 0;
            } else {
                up++;
            }
            if (up >= OutageCounter.GMIN || unseen > UNSEEN) {
                break;
            }
        }
        return last;
    }
}
