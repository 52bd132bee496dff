package dev.linkscope.ui.printer;

import dev.linkscope.domain.fix.Span;
import java.time.Instant;

/** What can be done with a part of the time of the printer whose page is shown. */
public interface SpanActions {
    /** Nothing. */
    SpanActions NONE =
            new SpanActions() {
                @Override
                public void compareBefore(Span span) {}

                @Override
                public void report(Span span) {}

                @Override
                public void note(Instant at) {}
            };

    /** Compares the span with as long a time before it. */
    void compareBefore(Span span);

    /** Writes a report of just this span. */
    void report(Span span);

    /** Lets the user write a note about a moment. */
    void note(Instant at);
}
