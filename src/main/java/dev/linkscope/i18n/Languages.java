package dev.linkscope.i18n;

import dev.linkscope.domain.Statement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The languages that the program can speak: those that come with it, and those that the user
 * dropped into a folder as bundles. Immutable and thread-safe.
 */
public final class Languages {
    /** The choice that leaves the language to the computer. */
    public static final String SYSTEM = "system";

    private static final List<Locale> BUNDLED = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final Map<Locale, Map<String, String>> dropped;
    private final List<Statement> problems;

    private Languages(LanguageFolder.Read read) {
        dropped = read.texts();
        problems = read.problems();
    }

    /** Those that come with the program alone. */
    public static Languages bundled() {
        return new Languages(new LanguageFolder.Read(Map.of(), List.of()));
    }

    /**
     * Those that come with the program and those in the folder. Reads files; a folder that is not
     * there adds nothing.
     */
    public static Languages in(Path folder) {
        return Files.isDirectory(folder) ? new Languages(Messages.dropped(folder)) : bundled();
    }

    /** Every language, English first, those that were dropped in last by name. */
    public List<Language> available() {
        return Stream.concat(
                        BUNDLED.stream().map(Language::of),
                        dropped.keySet().stream()
                                .filter(locale -> !BUNDLED.contains(locale))
                                .map(Language::of)
                                .sorted(Comparator.comparing(Language::ownName)))
                .toList();
    }

    /** What in the folder was passed over, and what to do about it, a sentence each. */
    public List<Statement> problems() {
        return problems;
    }

    /** Messages in the language of the locale; what it has no text for is said in English. */
    public Messages messages(Locale locale, ZoneId zone) {
        Map<String, String> own = dropped.getOrDefault(bare(locale, true), Map.of());
        Map<String, String> wider = dropped.getOrDefault(bare(locale, false), Map.of());
        Patterns bundled = Messages.bundled(locale);
        if (own.isEmpty() && wider.isEmpty()) {
            return Messages.in(locale, zone);
        }
        return new Messages(
                locale,
                zone,
                key -> {
                    String pattern = own.get(key);
                    pattern = pattern == null ? wider.get(key) : pattern;
                    return pattern == null ? bundled.of(key) : pattern;
                });
    }

    /** Without extensions such as the calendar. */
    private static Locale bare(Locale locale, boolean country) {
        var bare = new Locale.Builder().setLanguage(locale.getLanguage());
        return country
                ? bare.setScript(locale.getScript()).setRegion(locale.getCountry()).build()
                : bare.build();
    }

    /**
     * The locale of a choice of language. Who chooses the computer's own language keeps its
     * country, and with it the form of dates.
     *
     * @param tag such as {@code de}; {@link #SYSTEM} for the computer's
     * @param system the computer's locale
     */
    public static Locale chosen(String tag, Locale system) {
        if (tag.equals(SYSTEM)) {
            return system;
        }
        Locale chosen = Locale.forLanguageTag(tag);
        return chosen.getCountry().isEmpty()
                        && chosen.getScript().isEmpty()
                        && chosen.getLanguage().equals(system.getLanguage())
                ? system
                : chosen;
    }
}
