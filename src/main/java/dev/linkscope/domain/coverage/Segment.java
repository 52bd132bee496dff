package dev.linkscope.domain.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A stretch of consecutive slots at one cadence; slots that nobody measured are in it as not
 * measured.
 *
 * @param cadence time from slot to slot, positive
 * @param slots in the order of time, at least one
 */
public record Segment(Duration cadence, List<Slot> slots) {
    public Segment {
        slots =
                slots instanceof PackedSlots || slots instanceof OpenEndedSlots
                        ? slots
                        : List.copyOf(slots);
        if (slots.isEmpty() || !cadence.isPositive()) {
            throw new IllegalArgumentException("a segment needs a slot and a positive cadence");
        }
    }

    /** The same in a fifth of the memory, where that is possible; slots are made when asked for. */
    public Segment packed() {
        PackedSlots packed = slots instanceof PackedSlots ? null : PackedSlots.of(slots);
        return packed == null ? this : new Segment(cadence, packed);
    }

    /**
     * A segment whose last slots were not measured; they cost no memory.
     *
     * @param begun the slots before, at least one
     * @param missing how many follow, at least 0
     */
    public static Segment openEnded(
            Duration cadence, List<Slot> begun, int missing, NotMeasured reason) {
        return new Segment(
                cadence,
                missing == 0 ? begun : new OpenEndedSlots(begun, missing, cadence, reason));
    }

    /** When its first slot was due. */
    public Instant start() {
        return slots.getFirst().scheduled();
    }

    /** End of its last slot: when that was due, plus one cadence. */
    public Instant end() {
        return slots.getLast().scheduled().plus(cadence);
    }
}
