package dev.linkscope.ui.printer;

import dev.linkscope.domain.coverage.Trace;
import java.time.Duration;
import java.time.Instant;

/**
 * The span of time that a pane's chart and timeline share.
 *
 * @param from its start
 * @param to its end
 */
record TimeSpan(Instant from, Instant to) {
    /** A fresh trace grows into this much room instead of filling the width with three points. */
    private static final Duration SHORTEST = Duration.ofMinutes(3);

    /** The span of a trace; a short one before {@code now} if it is empty. */
    static TimeSpan of(Trace trace, Instant now) {
        if (trace.isEmpty()) {
            return new TimeSpan(now.minus(SHORTEST), now);
        }
        Instant from = trace.segments().getFirst().start();
        Instant end = trace.segments().getLast().end();
        Instant shortest = from.plus(SHORTEST);
        return new TimeSpan(from, end.isBefore(shortest) ? shortest : end);
    }
}
