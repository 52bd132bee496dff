package dev.linkscope.i18n;

import dev.linkscope.domain.Statement;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Renders keys and statements in one language and one time zone. Immutable and thread-safe.
 *
 * <p>Texts are {@link MessageFormat} patterns in the bundles below {@code dev/linkscope/i18n}, one
 * bundle for each area. Arguments may be numbers, texts, times, durations and other statements.
 */
public final class Messages {
    /** Bundles, by area. A key is looked up in each in turn. */
    private static final List<String> AREAS =
            List.of(
                    "statement",
                    "failure",
                    "report",
                    "ui",
                    "ui_desktop",
                    "command",
                    "storage",
                    "finding",
                    "cause_network",
                    "cause_server",
                    "cause_host",
                    "cause_webcam",
                    "fact",
                    "inventory",
                    "discovery",
                    "farm",
                    "farm_cause",
                    "incident",
                    "watch",
                    "plan",
                    "fix",
                    "fix_hands",
                    "fix_octoprint",
                    "redaction",
                    "history",
                    "compare",
                    "report_pages",
                    "report_formats",
                    "opened");

    private final Locale locale;
    private final ZoneId zone;
    private final List<ResourceBundle> bundles;

    private Messages(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.bundles =
                AREAS.stream()
                        .map(area ->
                                ResourceBundle.getBundle(
                                        "dev.linkscope.i18n." + area,
                                        locale,
                                        ResourceBundle.Control.getNoFallbackControl(
                                                ResourceBundle.Control.FORMAT_PROPERTIES)))
                        .toList();
    }

    /** Messages in the language of the locale, or in English where that has no bundle. */
    public static Messages in(Locale locale, ZoneId zone) {
        return new Messages(locale, zone);
    }

    /** The locale of numbers and times. */
    public Locale locale() {
        return locale;
    }

    /** The zone of times. */
    public ZoneId zone() {
        return zone;
    }

    /**
     * The text of a key with its arguments filled in.
     *
     * @throws MissingResourceException if no bundle has the key: a mistake in the program
     */
    public String text(String key, Object... args) {
        String pattern = pattern(key);
        Object[] shown = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            shown[i] = show(args[i]);
        }
        return new MessageFormat(pattern, locale).format(shown).strip();
    }

    /** The text of a statement. */
    public String render(Statement statement) {
        return text(statement.key(), statement.args().toArray());
    }

    /** Whether any bundle has the key. */
    public boolean has(String key) {
        return bundles.stream().anyMatch(bundle -> bundle.containsKey(key));
    }

    private String pattern(String key) {
        for (ResourceBundle bundle : bundles) {
            if (bundle.containsKey(key)) {
                return bundle.getString(key);
            }
        }
        throw new MissingResourceException("no text for " + key, Messages.class.getName(), key);
    }

    private Object show(Object argument) {
        return switch (argument) {
            case Statement nested -> render(nested);
            case Instant time ->
                    DateTimeFormatter.ofPattern("HH:mm:ss", locale).format(time.atZone(zone));
            case Duration span -> duration(span);
            default -> argument;
        };
    }

    /**
     * A duration with one or two units, such as {@code 56 s}, {@code 4 min} or {@code 2 h 10 min}.
     */
    public String duration(Duration span) {
        long seconds = Math.max(0, span.plusMillis(500).toSeconds());
        if (seconds < 120) {
            return text("duration.seconds", seconds);
        }
        long minutes = (seconds + 30) / 60;
        if (minutes < 120) {
            return text("duration.minutes", minutes);
        }
        long hours = minutes / 60;
        if (hours < 48) {
            return minutes % 60 == 0
                    ? text("duration.hours", hours)
                    : text("duration.hours.minutes", hours, minutes % 60);
        }
        return text("duration.days", (hours + 12) / 24);
    }
}
