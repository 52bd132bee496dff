package dev.linkscope.launch;

import dev.linkscope.domain.fix.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAdjusters;

/**
 * Reads moments and spans as the command line writes them: ISO 8601 with an offset, or without one
 * in the zone of this computer; a date alone is its midnight. Weeks begin on Monday (ISO 8601).
 */
final class SpanText {
    /** No history reaches beyond: what does is a slip of the keyboard. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final String WORDS = "this-week, last-week, today, yesterday";

    private final Instant now;
    private final ZoneId zone;

    /** Reads words as of a moment. */
    SpanText(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /**
     * A moment.
     *
     * @throws IllegalArgumentException if it is none, with a sentence
     */
    Instant moment(String text) {
        try {
            TemporalAccessor read =
                    text.indexOf('T') < 0
                            ? LocalDate.parse(text)
                            : DateTimeFormatter.ISO_DATE_TIME.parseBest(
                                    text, OffsetDateTime::from, LocalDateTime::from);
            Instant moment =
                    switch (read) {
                        case OffsetDateTime at -> at.toInstant();
                        case LocalDateTime at -> at.atZone(zone).toInstant();
                        case LocalDate day -> start(day);
                        default -> throw new DateTimeException(text);
                    };
            if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
                throw new DateTimeException(text);
            }
            return moment;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\""
                            + text
                            + "\" is no time. Write it like 2026-11-22, 2026-11-22T18:30 or"
                            + " 2026-11-22T17:30:00Z.",
                    e);
        }
    }

    /**
     * A span: {@code FROM/TO} or one of the words.
     *
     * @throws IllegalArgumentException if it is none, with a sentence
     */
    Span span(String text) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return switch (text) {
            case "this-week" -> new Span(start(monday), now);
            case "last-week" -> new Span(start(monday.minusWeeks(1)), start(monday));
            case "today" -> new Span(start(today), now);
            case "yesterday" -> new Span(start(today.minusDays(1)), start(today));
            default -> fromTo(text);
        };
    }

    private Span fromTo(String text) {
        int middle = text.indexOf('/');
        if (middle < 0) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no span. Write FROM/TO, or one of " + WORDS + ".");
        }
        return between(moment(text.substring(0, middle)), moment(text.substring(middle + 1)));
    }

    /**
     * The span between two moments.
     *
     * @throws IllegalArgumentException if it is empty or has not begun, with a sentence
     */
    Span between(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A span has to end after it begins.");
        }
        if (!from.isBefore(now)) {
            throw new IllegalArgumentException("A span has to begin in the past.");
        }
        return new Span(from, to.isBefore(now) ? to : now);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
