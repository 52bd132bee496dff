package dev.linkscope.stats;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Parts of a trace, to be compared with others. */
public final class Cut {
    private Cut() {}

    /** The slots that were due at a moment or later. */
    public static Trace from(Trace trace, Instant from) {
        return keeping(trace, (_, slot) -> !slot.scheduled().isBefore(from));
    }

    /** The slots that were due before a moment. */
    public static Trace before(Trace trace, Instant to) {
        return keeping(trace, (_, slot) -> slot.scheduled().isBefore(to));
    }

    /** The slots that were over by a moment: due a cadence before it, or earlier. */
    public static Trace until(Trace trace, Instant to) {
        return keeping(trace, (segment, slot) -> !end(segment, slot).isAfter(to));
    }

    /** The slots that lie wholly within a span. */
    public static Trace within(Trace trace, Span span) {
        return until(from(trace, span.from()), span.to());
    }

    /**
     * The same, with every slot that touches one of the spans not measured: the last attempt before
     * the power is cut fails for that alone.
     */
    public static Trace without(Trace trace, List<Span> spans) {
        return spans.isEmpty()
                ? trace
                : blinding(
                        trace,
                        (segment, slot) ->
                                spans.stream()
                                        .anyMatch(span ->
                                                slot.scheduled().isBefore(span.to())
                                                        && end(segment, slot)
                                                                .isAfter(span.from())));
    }

    /** The same, with some slots not measured. Nobody asked for them: they are no illness. */
    static Trace blinding(Trace trace, BiPredicate<Segment, Slot> blind) {
        return new Trace(
                trace.segments().stream()
                        .map(segment ->
                                new Segment(
                                        segment.cadence(),
                                        segment.slots().stream()
                                                .map(slot ->
                                                        blind.test(segment, slot)
                                                                ? Slot.notMeasured(
                                                                        slot.scheduled(),
                                                                        NotMeasured.NOT_ASKED)
                                                                : slot)
                                                .toList()))
                        .toList());
    }

    /** When the slot after this one is due. */
    static Instant end(Segment segment, Slot slot) {
        return slot.scheduled().plus(segment.cadence());
    }

    private static Trace keeping(Trace trace, BiPredicate<Segment, Slot> kept) {
        List<Segment> segments = new ArrayList<>();
        for (Segment segment : trace.segments()) {
            List<Slot> slots =
                    segment.slots().stream().filter(slot -> kept.test(segment, slot)).toList();
            if (slots.size() == segment.slots().size()) {
                segments.add(segment);
            } else if (!slots.isEmpty()) {
                segments.add(new Segment(segment.cadence(), slots));
            }
        }
        return new Trace(segments);
    }
}
