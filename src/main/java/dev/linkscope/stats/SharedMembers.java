package dev.linkscope.stats;

import java.util.BitSet;

/**
 * Who had a part in a shared outage: those whose row is more likely that of a member than their own
 * ways explain. A stray failure of somebody else during six hours is no part of it, nor is a burst
 * of one's own that happens to overlap a minute of it.
 */
final class SharedMembers {
    /** Who fails most of the time cannot lose what it does not have. */
    private static final double HARDLY_EVER_UP = 0.5;

    /** What share are members is itself a guess; never taken for certain. */
    private static final double LEAST = 0.1;

    private static final double MOST = 0.9;

    /** Share of slots that fail in an outage, as far as it is guessed from those who found it. */
    private static final double MEMBERS_FAIL_LEAST = 0.5;

    private static final double MEMBERS_FAIL_MOST = 0.95;

    private final FarmGrid grid;
    private final SharedRun run;
    private final OwnChains own;
    private final double fails;

    private SharedMembers(FarmGrid grid, SharedRun run) {
        this.grid = grid;
        this.run = run;
        this.own = new OwnChains(grid, run);
        this.fails = Math.clamp(failing(), MEMBERS_FAIL_LEAST, MEMBERS_FAIL_MOST);
    }

    /**
     * The outage with its members.
     *
     * @param grid the farm without other shared outages
     */
    static SharedRun settle(FarmGrid grid, SharedRun run) {
        var members = new SharedMembers(grid, run);
        BitSet first = members.of(run.members());
        return run.withMembers(members.of(first.cardinality() < 2 ? run.members() : first));
    }

    private double failing() {
        int measured = 0;
        int failed = 0;
        for (int i = run.members().nextSetBit(0); i >= 0; i = run.members().nextSetBit(i + 1)) {
            for (int cell = run.from(); cell <= run.to(); cell++) {
                measured += grid.measured(i, cell) ? 1 : 0;
                failed += grid.failed(i, cell) ? 1 : 0;
            }
        }
        return measured == 0 ? MEMBERS_FAIL_MOST : (double) failed / measured;
    }

    private BitSet of(BitSet guessed) {
        double share = (double) guessed.cardinality() / Math.max(1, grid.measuredIn(run));
        double prior = Math.clamp(share, LEAST, MOST);
        double needed = Math.log((1 - prior) / prior);
        var members = new BitSet();
        for (int printer = 0; printer < grid.printers(); printer++) {
            members.set(
                    printer, own.fails(printer) <= HARDLY_EVER_UP && evidence(printer) > needed);
        }
        return members;
    }

    /**
     * Logarithm of the likelihood ratio, at the best of three places within a cell of the run's.
     */
    private double evidence(int printer) {
        double best = Double.NEGATIVE_INFINITY;
        for (int shift = -1; shift <= 1; shift++) {
            best = Math.max(best, evidence(printer, run.from() + shift, run.to() + shift));
        }
        return best;
    }

    private double evidence(int printer, int from, int to) {
        double sum = 0;
        boolean failed = false;
        for (int cell = Math.max(0, from); cell <= Math.min(to, grid.cells() - 1); cell++) {
            if (grid.measured(printer, cell)) {
                double chance = own.chance(grid, printer, cell);
                boolean fail = grid.failed(printer, cell);
                sum += fail ? Math.log(fails / chance) : Math.log((1 - fails) / (1 - chance));
                failed |= fail;
            }
        }
        return failed ? sum : Double.NEGATIVE_INFINITY;
    }
}
