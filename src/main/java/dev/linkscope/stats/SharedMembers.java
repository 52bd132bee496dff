package dev.linkscope.stats;

import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.stats.math.Gamma;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Names who had a part in a shared outage. */
final class SharedMembers {
    /** A printer that fails as often by itself less often than this belongs to the outage. */
    private static final double SIGNIFICANCE = 0.01;

    private SharedMembers() {}

    /**
     * The outage as it is reported. Members failed in at least half of it, or in more of it than
     * their own share explains: a stray failure of somebody else during six hours is no part of it.
     */
    static SharedOutage describe(FarmGrid grid, SharedRun run, BitSet shared) {
        List<String> members = new ArrayList<>();
        for (int printer = 0; printer < grid.printers(); printer++) {
            if (isMember(grid, run, printer, shared)) {
                members.add(grid.name(printer));
            }
        }
        return new SharedOutage(
                grid.timeOf(run.from()),
                grid.timeOf(run.to() + 1),
                members,
                run.measured(),
                run.pValue(),
                run.test());
    }

    private static boolean isMember(FarmGrid grid, SharedRun run, int printer, BitSet shared) {
        int measured = 0;
        int failed = 0;
        for (int cell = run.from(); cell <= run.to(); cell++) {
            measured += grid.measured(printer, cell) ? 1 : 0;
            failed += grid.failed(printer, cell) ? 1 : 0;
        }
        if (failed == 0 || 2 * failed >= measured) {
            return failed > 0;
        }
        double expected = measured * grid.ownShare(printer, shared);
        return Gamma.lowerTail(failed, expected) < SIGNIFICANCE;
    }
}
