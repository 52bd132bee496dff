package dev.linkscope.engine.fix;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Cuts traces to what counts. */
final class Slots {
    private Slots() {}

    /** Only the slots that were due within the span. */
    static Trace within(Trace trace, Span span) {
        return mapped(trace, slots -> slots.stream().filter(slot -> contains(span, slot)).toList());
    }

    /** The same, with what was due within the spans as not measured. */
    static Trace without(Trace trace, List<Span> spans) {
        if (spans.isEmpty()) {
            return trace;
        }
        return mapped(
                trace, slots -> slots.stream().map(slot -> unlessWithin(spans, slot)).toList());
    }

    private static Slot unlessWithin(List<Span> spans, Slot slot) {
        return spans.stream().anyMatch(span -> contains(span, slot))
                ? Slot.notMeasured(slot.scheduled(), NotMeasured.PI_OFF)
                : slot;
    }

    private static boolean contains(Span span, Slot slot) {
        return !slot.scheduled().isBefore(span.from()) && slot.scheduled().isBefore(span.to());
    }

    private static Trace mapped(Trace trace, Function<List<Slot>, List<Slot>> change) {
        return new Trace(
                trace.segments().stream()
                        .map(segment -> segment(segment, change.apply(segment.slots())))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Segment> segment(Segment old, List<Slot> slots) {
        return slots.isEmpty() ? Optional.empty() : Optional.of(new Segment(old.cadence(), slots));
    }
}
