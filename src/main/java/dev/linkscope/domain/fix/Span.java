package dev.linkscope.domain.fix;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from inclusive
 * @param to exclusive, not before {@code from}
 */
public record Span(Instant from, Instant to) {
    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a span ends before it begins");
        }
    }

    /** Its length. */
    public Duration length() {
        return Duration.between(from, to);
    }
}
