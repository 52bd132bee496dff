package dev.linkscope.engine.history;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The hours in which a pane failed: where it broke is asked of no other. */
final class FailingHours {
    /** The references are asked every 30 s, so one look at least lies this near. */
    private static final Duration NEAR = Duration.ofMinutes(1);

    /** A history is read by hours with one more on either side: nearer ones are read at once. */
    private static final Duration TOGETHER = Duration.ofHours(3);

    private FailingHours() {}

    /**
     * Hours of UTC with a failed slot, in the order of time, those that lie near each other as one;
     * and all of {@code late}.
     */
    static List<Span> of(Trace trace, Span late) {
        var spans = new ArrayList<Span>();
        trace.slots()
                .filter(Slot::failed)
                .map(Slot::started)
                .filter(at -> at.isBefore(late.from()))
                .forEach(at -> add(spans, hourOf(at), late.from()));
        if (spans.isEmpty() || spans.getLast().to().plus(TOGETHER).isBefore(late.from())) {
            spans.add(late);
        } else {
            spans.add(new Span(spans.removeLast().from(), late.to()));
        }
        return spans;
    }

    private static Span hourOf(Instant at) {
        return new Span(
                at.minus(NEAR).truncatedTo(ChronoUnit.HOURS),
                at.plus(NEAR).truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)));
    }

    private static void add(List<Span> spans, Span hour, Instant end) {
        Instant to = hour.to().isBefore(end) ? hour.to() : end;
        if (spans.isEmpty() || spans.getLast().to().plus(TOGETHER).isBefore(hour.from())) {
            spans.add(new Span(hour.from(), to));
        } else if (spans.getLast().to().isBefore(to)) {
            spans.add(new Span(spans.removeLast().from(), to));
        }
    }
}
