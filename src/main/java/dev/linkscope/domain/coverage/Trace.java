package dev.linkscope.domain.coverage;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything measured of one pane, in the order of time. <em>Now</em> is the end of the trace,
 * never a reader's clock.
 *
 * @param segments one for each stretch of equal cadence; may be empty
 */
public record Trace(List<Segment> segments) {
    /** Nothing measured, nothing missed. */
    public static final Trace EMPTY = new Trace(List.of());

    public Trace {
        segments = List.copyOf(segments);
    }

    /** All slots in the order of time. */
    public Stream<Slot> slots() {
        return segments.stream().flatMap(segment -> segment.slots().stream());
    }

    /** The same in a fifth of the memory, for those of which many are held at once. */
    public Trace packed() {
        return new Trace(segments.stream().map(Segment::packed).toList());
    }

    /** Whether it holds no slot. */
    public boolean isEmpty() {
        return segments.isEmpty();
    }
}
