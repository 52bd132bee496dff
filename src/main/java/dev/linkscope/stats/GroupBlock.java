package dev.linkscope.stats;

import dev.linkscope.stats.math.RandomSubset;
import dev.linkscope.stats.math.SplitMix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Groups of failures in a stretch that was watched without a blind spot of Gmin slots or more, and
 * a way to place the same groups at random: their lengths and the Gmin slots that kept them apart
 * stay, the spare time is cut at random. Without that dead time merging alone makes any groups look
 * regular.
 */
final class GroupBlock {
    private final double cadenceSeconds;
    private final int gmin;
    private final int[] starts;
    private final int[] lengths;
    private final RandomSubset cuts;

    private GroupBlock(List<Stretch> groups, int from, int to, int gmin) {
        this.cadenceSeconds = groups.getFirst().row().cadenceSeconds();
        this.gmin = gmin;
        this.starts = groups.stream().mapToInt(group -> group.first() - from).toArray();
        this.lengths = groups.stream().mapToInt(Stretch::length).toArray();
        int spare = to - from - (lengths.length - 1) * gmin;
        for (int length : lengths) {
            spare -= length;
        }
        this.cuts = new RandomSubset(spare + lengths.length, lengths.length);
    }

    /**
     * The blocks of all segments that hold a group.
     *
     * @param minErrors failures that a group needs to be counted; smaller ones are spare time
     */
    static List<GroupBlock> of(List<SlotRow> rows, int gmin, int minErrors) {
        List<GroupBlock> blocks = new ArrayList<>();
        for (SlotRow row : rows) {
            List<Stretch> groups =
                    Stretch.merge(List.of(row), gmin).stream()
                            .filter(group -> group.errors() >= minErrors)
                            .toList();
            int from = 0;
            int blind = 0;
            for (int i = 0; i <= row.length(); i++) {
                if (i < row.length() && !row.measuredAt(i)) {
                    blind++;
                    continue;
                }
                if (blind >= gmin || i == row.length()) {
                    addBlock(blocks, groups, from, i - blind, gmin);
                    from = i;
                }
                blind = 0;
            }
        }
        return blocks;
    }

    private static void addBlock(
            List<GroupBlock> blocks, List<Stretch> groups, int from, int to, int gmin) {
        List<Stretch> inside =
                groups.stream()
                        .filter(group -> group.first() >= from && group.last() < to)
                        .toList();
        if (!inside.isEmpty()) {
            blocks.add(new GroupBlock(inside, from, to, gmin));
        }
    }

    int groups() {
        return starts.length;
    }

    /** Hands out the times from start to start, in seconds. */
    void forEachInterval(DoubleConsumer sink) {
        for (int i = 1; i < starts.length; i++) {
            sink.accept((starts[i] - starts[i - 1]) * cadenceSeconds);
        }
    }

    /** Adds the times from start to start of a random placement, in seconds. */
    void addRandomIntervals(IntervalSum sum, SplitMix random) {
        int[] cut = cuts.draw(random);
        for (int i = 1; i < cut.length; i++) {
            int spare = cut[i] - cut[i - 1] - 1;
            sum.add((lengths[i - 1] + gmin + spare) * cadenceSeconds);
        }
    }
}
