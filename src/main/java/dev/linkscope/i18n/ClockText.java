package dev.linkscope.i18n;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Points in time in one zone, in the form of a locale. Immutable and thread-safe.
 *
 * <p>With 12 or 24 hours as the locale's country has it (CLDR, preferred hour format), or as its
 * extension {@code hc} says. A language without a country has 24 hours.
 */
public final class ClockText {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Locale locale;
    private final ZoneId zone;
    private final boolean halves;
    private final DateTimeFormatter seconds;
    private final DateTimeFormatter minutes;
    private final DateTimeFormatter day;

    ClockText(Locale locale, ZoneId zone, boolean halves) {
        this.locale = locale;
        this.zone = zone;
        this.halves = halves;
        seconds = clock(halves ? "hms" : "Hms");
        minutes = clock(halves ? "hm" : "Hm");
        day = template("MMMd");
    }

    /** Whether the locale counts two times 12 hours. */
    static boolean halves(Locale locale) {
        String wish = locale.getUnicodeLocaleType("hc");
        if (wish != null) {
            return wish.equals("h12") || wish.equals("h11");
        }
        if (locale.getCountry().isEmpty()) {
            return false;
        }
        String one =
                DateTimeFormatter.ofLocalizedPattern("jm")
                        .withLocale(locale)
                        .format(LocalTime.of(13, 0));
        return !one.contains("13")
                && !one.contains("\u0661\u0663")
                && !one.contains("\u06f1\u06f3");
    }

    private DateTimeFormatter clock(String template) {
        // Some locales leave out the leading zero, which makes times jump below each other.
        return halves
                ? template(template)
                : DateTimeFormatter.ofPattern(template.length() == 3 ? "HH:mm:ss" : "HH:mm", locale)
                        .localizedBy(locale)
                        .withZone(zone);
    }

    private DateTimeFormatter template(String template) {
        return DateTimeFormatter.ofLocalizedPattern(template).localizedBy(locale).withZone(zone);
    }

    /** Time of day, such as {@code 13:05:59} or {@code 1:05:59 PM}. */
    public String seconds(Instant time) {
        return plain(seconds.format(time));
    }

    /** Time of day without seconds, such as {@code 13:05} or {@code 1:05 PM}. */
    public String minutes(Instant time) {
        return plain(minutes.format(time));
    }

    /** Time of day of no certain day. */
    public String minutes(LocalTime time) {
        return plain(minutes.withZone(null).format(time));
    }

    /** Day and month, such as {@code Nov 22} or {@code 22. Nov.}. */
    public String day(Instant time) {
        return plain(day.format(time));
    }

    /** Day, month and year. */
    public String date(Instant time) {
        return plain(
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .localizedBy(locale)
                        .withZone(zone)
                        .format(time));
    }

    /** The same of a day that has no time. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .localizedBy(locale)
                .format(date);
    }

    /** Day, month, year and time of day. */
    public String moment(Instant time) {
        return date(time) + ", " + minutes(time);
    }

    /** The same moment in UTC, such as {@code 2026-11-22 12:05:59}, in every language. */
    public static String utc(Instant time) {
        return UTC.format(time);
    }

    // CLDR has a narrow no-break space before AM and PM, which few fonts have.
    private static String plain(String text) {
        return text.replace('\u202f', '\u00a0');
    }
}
