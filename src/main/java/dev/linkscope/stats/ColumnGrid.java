package dev.linkscope.stats;

import dev.linkscope.domain.fix.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Columns of equal width over a span, as a chart has them. Every moment of the span lies in exactly
 * one.
 *
 * @param span what they cover
 * @param columns how many, at least 1
 */
public record ColumnGrid(Span span, int columns) {
    public ColumnGrid {
        if (columns < 1) {
            throw new IllegalArgumentException("a chart needs a column");
        }
    }

    /** As many columns as wanted, but none narrower than a time. */
    public static ColumnGrid of(Span span, int most, Duration narrowest) {
        long wide = Math.max(1, span.length().dividedBy(narrowest));
        return new ColumnGrid(span, (int) Math.min(most, wide));
    }

    /** When a column begins; that of the number of columns is the end of the span. */
    public Instant start(int column) {
        return span.from().plus(micros() * column / columns, ChronoUnit.MICROS);
    }

    /** The column of a moment; -1 for one outside of the span. */
    public int of(Instant moment) {
        if (moment.isBefore(span.from()) || !moment.isBefore(span.to())) {
            return -1;
        }
        long since = ChronoUnit.MICROS.between(span.from(), moment);
        int column = (int) Math.min(columns - 1, since * columns / Math.max(1, micros()));
        // Boundaries are cut off to whole microseconds.
        return column + 1 < columns && !moment.isBefore(start(column + 1)) ? column + 1 : column;
    }

    /** How wide a column is, about. */
    public Duration width() {
        return span.length().dividedBy(columns);
    }

    private long micros() {
        return ChronoUnit.MICROS.between(span.from(), span.to());
    }
}
