package dev.linkscope.octoprint.log;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Local times of a log, in its order, as UTC. Of the hour that comes twice in autumn the second one
 * is meant as soon as times would run backwards. Times of the future are those of a clock that was
 * not set yet, and say nothing.
 */
final class PiTime {
    private static final Duration FUTURE = Duration.ofDays(1);

    private final ZoneId zone;
    private final Instant now;
    private @Nullable Instant last;

    PiTime(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /** UTC of a time such as 2026-11-22 10:10:56 and milliseconds; null if there is none. */
    @Nullable Instant at(
            int year, int month, int day, int hour, int minute, int second, int millis) {
        try {
            return at(LocalDateTime.of(year, month, day, hour, minute, second, millis * 1_000_000));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** UTC of a time without its year: the newest that is not in the future. */
    @Nullable Instant at(int month, int day, int hour, int minute, int second) {
        int year = now.atZone(zone).getYear();
        Instant thisYear = at(year, month, day, hour, minute, second, 0);
        return thisYear == null ? at(year - 1, month, day, hour, minute, second, 0) : thisYear;
    }

    /** A time that is known already; null if it is in the future. */
    @Nullable Instant at(Instant known) {
        if (known.isAfter(now.plus(FUTURE))) {
            return null;
        }
        last = known;
        return known;
    }

    private @Nullable Instant at(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() < 2) {
            return at(local.atZone(zone).toInstant());
        }
        Instant first = local.toInstant(offsets.getFirst());
        Instant before = last;
        boolean second = before != null && first.isBefore(before);
        return at(second ? local.toInstant(offsets.getLast()) : first);
    }
}
