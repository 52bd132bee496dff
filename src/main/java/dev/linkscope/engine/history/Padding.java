package dev.linkscope.engine.history;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Fills a chosen span with slots that were not measured, so that what is missing is counted. */
final class Padding {
    /** A week at the usual pace: a longer hole says no more. */
    private static final long MOST = 60_480;

    private Padding() {}

    /**
     * The trace, from the begin of the span to its end; an empty one stays empty.
     *
     * @param since why nothing was measured after its last slot
     */
    static Trace over(Trace trace, Span span, NotMeasured since) {
        if (trace.isEmpty()) {
            return trace;
        }
        var segments = new ArrayList<>(trace.segments());
        Segment first = segments.getFirst();
        List<Slot> before =
                slots(
                        first.start(),
                        first.cadence().negated(),
                        count(span.from(), first.start(), first.cadence()),
                        NotMeasured.NOT_ASKED);
        if (!before.isEmpty()) {
            var slots = new ArrayList<>(before.reversed());
            slots.addAll(first.slots());
            segments.set(0, new Segment(first.cadence(), slots));
        }
        Segment last = segments.getLast();
        Instant due = last.slots().getLast().scheduled();
        List<Slot> after =
                slots(due, last.cadence(), count(last.end(), span.to(), last.cadence()), since);
        if (!after.isEmpty()) {
            var slots = new ArrayList<>(last.slots());
            slots.addAll(after);
            segments.set(segments.size() - 1, new Segment(last.cadence(), slots));
        }
        return new Trace(segments);
    }

    private static long count(Instant from, Instant to, Duration cadence) {
        return from.isBefore(to)
                ? Math.min(MOST, Duration.between(from, to).dividedBy(cadence))
                : 0;
    }

    private static List<Slot> slots(Instant beside, Duration step, long count, NotMeasured why) {
        var slots = new ArrayList<Slot>();
        Instant due = beside;
        for (long i = 0; i < count; i++) {
            due = due.plus(step);
            slots.add(Slot.notMeasured(due, why));
        }
        return slots;
    }
}
