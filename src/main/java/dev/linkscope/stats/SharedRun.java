package dev.linkscope.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Neighbouring cells of the farm's grid in which printers failed together.
 *
 * @param from first cell
 * @param to last cell
 * @param pValue smallest p of a cell
 * @param test which test gave it, {@code state} or {@code onset}
 * @param measured printers measured there
 */
record SharedRun(int from, int to, double pValue, String test, int measured) {
    static final String STATE = "state";
    static final String ONSET = "onset";

    /** Joins runs that overlap or follow one another with at most one cell between them. */
    static List<SharedRun> merge(List<SharedRun> found) {
        List<SharedRun> merged = new ArrayList<>();
        List<SharedRun> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(SharedRun::from).thenComparingInt(SharedRun::to));
        for (SharedRun run : sorted) {
            if (!merged.isEmpty() && run.from - merged.getLast().to <= OutageCounter.GMIN) {
                merged.set(merged.size() - 1, merged.getLast().joined(run));
            } else {
                merged.add(run);
            }
        }
        return merged;
    }

    private SharedRun joined(SharedRun other) {
        SharedRun stronger = pValue <= other.pValue ? this : other;
        return new SharedRun(
                Math.min(from, other.from),
                Math.max(to, other.to),
                stronger.pValue,
                stronger.test,
                stronger.measured);
    }
}
