package dev.linkscope.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Points in time in one zone. Always with 24 hours: whoever helps must not have to ask which half
 * of the day.
 */
public final class Times {
    private final ZoneId zone;
    private final DateTimeFormatter stamp;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter minutes;
    private final DateTimeFormatter day;

    /** Times in a zone, with names of months in a language. */
    public Times(Locale locale, ZoneId zone) {
        this.zone = zone;
        stamp = formatter("uuuu-MM-dd HH:mm", locale);
        clock = formatter("HH:mm:ss", locale);
        minutes = formatter("HH:mm", locale);
        day = DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale).withZone(zone);
    }

    private DateTimeFormatter formatter(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone);
    }

    /** Such as {@code 2026-11-22 10:02}. */
    public String stamp(Instant time) {
        return stamp.format(time);
    }

    /** Such as {@code 10:02:41}. */
    public String clock(Instant time) {
        return clock.format(time);
    }

    /** Such as {@code 10:02}. */
    public String minutes(Instant time) {
        return minutes.format(time);
    }

    /** Such as {@code Nov 22}. */
    public String day(Instant time) {
        return day.format(time);
    }

    /** Such as {@code Nov 22, 10:02:41}. */
    public String moment(Instant time) {
        return day(time) + ", " + clock(time);
    }

    /** The second of two times, with its day only if that is another. */
    public String end(Instant from, Instant to) {
        return day(from).equals(day(to)) ? clock(to) : moment(to);
    }

    /** Both ends, the day of the second only if it is another. */
    public String span(Instant from, Instant to) {
        String end = day(from).equals(day(to)) ? minutes(to) : day(to) + ", " + minutes(to);
        return day(from) + ", " + minutes(from) + "–" + end;
    }

    /** The zone's distance from UTC at that time, such as {@code UTC+1} or {@code UTC+5:30}. */
    public String offset(Instant time) {
        int seconds = zone.getRules().getOffset(time).getTotalSeconds();
        if (seconds == 0) {
            return "UTC";
        }
        int minutesAway = Math.abs(seconds) / 60;
        String rest = minutesAway % 60 == 0 ? "" : ":%02d".formatted(minutesAway % 60);
        return "UTC" + (seconds < 0 ? "−" : "+") + minutesAway / 60 + rest;
    }
}
