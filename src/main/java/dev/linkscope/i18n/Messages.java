package dev.linkscope.i18n;

import dev.linkscope.domain.Statement;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

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
                    "trust",
                    "ui",
                    "ui_timeline",
                    "ui_tabs",
                    "ui_language",
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
                    "opened",
                    "ui_settings",
                    "ui_update",
                    "ui_access",
                    "ui_guide");

    /** Languages whose usual script runs from right to left (CLDR, likely subtags). */
    private static final Set<String> RIGHT_TO_LEFT_LANGUAGES =
            Set.of("ar", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi", "ji");

    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
            Set.of("Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa");

    private static final Pattern FIGURE = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    private final Locale locale;
    private final ZoneId zone;
    private final Patterns patterns;
    private final ClockText clock;

    /** To read a pattern takes most of the time; texts of the window are made many times over. */
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    Messages(Locale locale, ZoneId zone, Patterns patterns) {
        this(locale, zone, patterns, ClockText.halves(locale));
    }

    private Messages(Locale locale, ZoneId zone, Patterns patterns, boolean halves) {
        this.locale = locale;
        this.zone = zone;
        this.patterns = patterns;
        this.clock = new ClockText(locale, zone, halves);
    }

    /** Messages in the language of the locale, or in English where that has no bundle. */
    public static Messages in(Locale locale, ZoneId zone) {
        return new Messages(locale, zone, bundled(locale));
    }

    /**
     * Messages in the language of the locale, also one that the user dropped into the folder; what
     * it has no text for is said in English. Reads files.
     */
    public static Messages in(Locale locale, ZoneId zone, Path languages) {
        return Languages.in(languages).messages(locale, zone);
    }

    /**
     * The same with 24 hours, whatever the locale has: for reports, whose readers live elsewhere.
     */
    public Messages in24Hours() {
        return new Messages(locale, zone, patterns, false);
    }

    /** What is usable in a folder of languages. Reads files. */
    static LanguageFolder.Read dropped(Path folder) {
        return LanguageFolder.read(folder, AREAS, bundled(Locale.ENGLISH));
    }

    /** The patterns that come with the program. */
    static Patterns bundled(Locale locale) {
        return new BundledPatterns(AREAS, locale);
    }

    /** The locale of numbers and times. */
    public Locale locale() {
        return locale;
    }

    /** Whether this language is written from right to left, by its script. */
    public boolean rightToLeft() {
        String script = locale.getScript();
        return script.isEmpty()
                ? RIGHT_TO_LEFT_LANGUAGES.contains(locale.getLanguage())
                : RIGHT_TO_LEFT_SCRIPTS.contains(script);
    }

    /** Points in time in the form of the locale. */
    public ClockText clock() {
        return clock;
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
        // Only copies are used: a format is not thread-safe, and a minus is put into it below.
        var format = (MessageFormat) formats.computeIfAbsent(key, this::format).clone();
        Object[] shown = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            shown[i] = show(args[i]);
            if (shown[i] instanceof Number number && number.doubleValue() < 0) {
                Minus.in(format, i, locale);
            }
        }
        return format.format(shown).strip();
    }

    private MessageFormat format(String key) {
        return new MessageFormat(pattern(key), locale);
    }

    /** The text of a statement. */
    public String render(Statement statement) {
        return text(statement.key(), statement.args().toArray());
    }

    /** Whether any bundle has the key. */
    public boolean has(String key) {
        return patterns.of(key) != null;
    }

    private String pattern(String key) {
        String pattern = patterns.of(key);
        if (pattern == null) {
            throw new MissingResourceException("no text for " + key, Messages.class.getName(), key);
        }
        return pattern;
    }

    /**
     * A measured figure with the decimal sign of the locale and as many decimals as it came with.
     *
     * @param plain as the wire has it, such as {@code -67.5}; what is no such figure stays as it is
     */
    public String figure(String plain) {
        if (!FIGURE.matcher(plain).matches()) {
            return plain;
        }
        int point = plain.indexOf('.');
        NumberFormat format = Minus.in(NumberFormat.getNumberInstance(locale));
        format.setGroupingUsed(false);
        format.setMinimumFractionDigits(point < 0 ? 0 : plain.length() - point - 1);
        format.setMaximumFractionDigits(point < 0 ? 0 : plain.length() - point - 1);
        return format.format(new BigDecimal(plain));
    }

    private Object show(Object argument) {
        return switch (argument) {
            case Statement nested -> render(nested);
            case Instant time -> clock.seconds(time);
            case Duration span -> duration(span);
            case String text -> Minus.before(text);
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
