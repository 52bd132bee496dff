package dev.linkscope.report.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** A point in time as CSV files have it: seconds since 1970 or ISO 8601, without an offset UTC. */
final class CsvTime {
    /** Digits are limited so that no number takes long to read. */
    private static final Pattern SECONDS = Pattern.compile("[+-]?\\d{1,18}(?:[.,]\\d{0,18})?");

    private static final String OFFSET = "[XXX][XX][X]";

    private static final DateTimeFormatter EXTENDED =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .appendPattern(OFFSET)
                    .toFormatter();

    private static final DateTimeFormatter BASIC =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("uuuuMMdd'T'HHmmss")
                    .optionalStart()
                    .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                    .optionalEnd()
                    .appendPattern(OFFSET)
                    .toFormatter();

    /** The end of the year 9999, where ISO 8601 dates end too; in microseconds. */
    private static final long LAST_MICRO = 253_402_300_799_999_999L;

    private CsvTime() {}

    /** Whether the time is so far away that it was written in milliseconds. */
    static boolean isFarAway(long micros) {
        return Math.abs(micros) > LAST_MICRO;
    }

    /** Microseconds since 1970; empty if the text is no point in time. */
    static OptionalLong micros(String text) {
        try {
            if (SECONDS.matcher(text).matches()) {
                var seconds = new BigDecimal(text.replace(',', '.'));
                return OptionalLong.of(
                        seconds.movePointRight(6).setScale(0, RoundingMode.FLOOR).longValueExact());
            }
            Instant time = iso(text);
            return OptionalLong.of(ChronoUnit.MICROS.between(Instant.EPOCH, time));
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    private static Instant iso(String text) {
        boolean extended = text.length() > 10 && text.charAt(4) == '-';
        // Spreadsheets write a blank between date and time, as RFC 3339 §5.6 allows.
        String written = text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T");
        var parsed =
                (extended ? EXTENDED : BASIC)
                        .parseBest(written, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime time
                ? time.toInstant()
                : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
    }
}
