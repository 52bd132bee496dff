package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.Sightings;

/**
 * How another probe went in the slots of a pane in which that failed, and in those in which it did
 * not. An attempt belongs to the slot that was due last when it started.
 *
 * @param failing attempts in failed slots
 * @param ok attempts in ok slots
 */
public record BesidePane(JointCounts failing, JointCounts ok) {
    /** Compares a probe with a pane. */
    public static BesidePane of(Sightings probe, Trace pane) {
        int[] counts = new int[4];
        int first = 0;
        for (Segment segment : pane.segments()) {
            long cadence = segment.cadence().toMillis();
            for (Slot slot : segment.slots()) {
                if (slot.measured()) {
                    long from = slot.scheduled().toEpochMilli();
                    int side = slot.failed() ? 0 : 2;
                    first = probe.firstSince(from, first);
                    for (int i = first; i < probe.size() && probe.millis(i) < from + cadence; i++) {
                        counts[side]++;
                        counts[side + 1] += probe.failed(i) ? 1 : 0;
                    }
                }
            }
        }
        return new BesidePane(
                new JointCounts(counts[0], counts[1]), new JointCounts(counts[2], counts[3]));
    }
}
