package dev.linkscope.ui.timeline;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.PaneTimeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When nobody was there to read what the Pi tells of itself. */
final class BlindSpans {
    private BlindSpans() {}

    /** The spans, oldest first, with what lies between two segments. */
    static List<Span> of(PaneTimeline pane) {
        var spans = new ArrayList<Span>();
        Instant end = null;
        for (Segment segment : pane.trace().segments()) {
            if (end != null && end.isBefore(segment.start())) {
                spans.add(new Span(end, segment.start()));
            }
            end = segment.end();
            collect(segment, spans);
        }
        return spans;
    }

    private static void collect(Segment segment, List<Span> spans) {
        Instant since = null;
        for (Slot slot : segment.slots()) {
            boolean blind = !slot.measured();
            if (blind && since == null) {
                since = slot.scheduled();
            } else if (!blind && since != null) {
                spans.add(new Span(since, slot.scheduled()));
                since = null;
            }
        }
        if (since != null) {
            spans.add(new Span(since, segment.end()));
        }
    }
}
