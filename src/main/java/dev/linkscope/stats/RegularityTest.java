package dev.linkscope.stats;

import dev.linkscope.stats.math.SplitMix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether groups of failures follow one another more regularly than the same groups placed at
 * random: coefficient of variation of the times from start to start.
 */
final class RegularityTest {
    /** Groups needed. */
    private static final int MIN_GROUPS = 5;

    private RegularityTest() {}

    /**
     * The test; null with too few groups.
     *
     * @param minErrors failures that a group needs to be counted
     */
    static Periodicity.@Nullable Candidate run(
            List<SlotRow> rows, Thresholds limits, int minErrors, SplitMix random) {
        List<GroupBlock> blocks = GroupBlock.of(rows, limits.gmin(), minErrors);
        int groups = blocks.stream().mapToInt(GroupBlock::groups).sum();
        IntervalSum observed = new IntervalSum();
        blocks.forEach(block -> block.forEachInterval(observed::add));
        if (groups < MIN_GROUPS || observed.count() < MIN_GROUPS - 1) {
            return null;
        }
        IntervalSum simulated = new IntervalSum();
        double p =
                MonteCarlo.lowerTail(
                        observed.squaredVariation(),
                        () -> {
                            simulated.clear();
                            for (GroupBlock block : blocks) {
                                block.addRandomIntervals(simulated, random);
                            }
                            return simulated.squaredVariation();
                        },
                        limits.permutations());
        return new Periodicity.Candidate(p, median(blocks));
    }

    private static double median(List<GroupBlock> blocks) {
        List<Double> intervals = new ArrayList<>();
        blocks.forEach(block -> block.forEachInterval(intervals::add));
        Collections.sort(intervals);
        int middle = intervals.size() / 2;
        return intervals.size() % 2 == 1
                ? intervals.get(middle)
                : (intervals.get(middle - 1) + intervals.get(middle)) / 2;
    }
}
