package dev.linkscope.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The German texts are whole, say the same and can be shown. */
class GermanTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/linkscope/i18n");

    /** English words that no German text of the program has; short ones are German words too. */
    private static final Pattern ENGLISH =
            Pattern.compile(
                    "\\b(the|and|is|are|not|of|with|from|this|that|have|has|been|printer"
                            + "|error|failed|measured|choose|check|attempts|until|while)\\b");

    /** What may be the same: names, codes, units, and words that both languages share. */
    private static final Set<String> SHARED_WORDS =
            Set.of(
                    "Name",
                    "Port",
                    "Router",
                    "Internet",
                    "Server",
                    "Webcam",
                    "Agent",
                    "Support",
                    "Passphrase",
                    "Kernel",
                    "Status",
                    "Version",
                    "Test",
                    "system",
                    "signal",
                    "median",
                    "demo",
                    "NAME",
                    "VERSION",
                    "Streaming",
                    "Python",
                    "Person");

    private static final Map<String, String> english = new TreeMap<>();
    private static final Map<String, String> german = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                boolean translated = file.toString().endsWith("_de.properties");
                var texts = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
                texts.forEach((key, text) ->
                        (translated ? german : english).put(key.toString(), text.toString()));
            }
        }
    }

    @Test
    void everyBundleHasItsTranslation() throws IOException {
        var missing = new TreeSet<String>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".properties", "");
                if (!name.endsWith("_de")
                        && !Files.exists(FOLDER.resolve(name + "_de.properties"))) {
                    missing.add(name + "_de.properties");
                }
            }
        }
        assertThat(missing).as("files that are missing beside their English ones").isEmpty();
    }

    @Test
    void everyKeyIsInBothLanguages() {
        var missing = new TreeSet<>(english.keySet());
        missing.removeAll(german.keySet());
        var left = new TreeSet<>(german.keySet());
        left.removeAll(english.keySet());
        assertThat(String.join("\n", missing)).as("keys without a German text").isEmpty();
        assertThat(String.join("\n", left)).as("German texts without an English one").isEmpty();
    }

    @Test
    void argumentsAreTheSame() {
        var different = new ArrayList<String>();
        german.forEach((key, text) -> {
            PatternShape mine = PatternShape.of(text, Locale.GERMAN);
            PatternShape theirs = PatternShape.of(english.getOrDefault(key, ""), Locale.ENGLISH);
            if (!mine.equals(theirs)) {
                different.add(key + ": " + theirs + " but " + mine);
            }
        });
        assertThat(String.join("\n", different)).isEmpty();
    }

    @Test
    void everyTextCanBeShown() {
        german.forEach((key, text) -> {
            for (Object[] args : samples(text)) {
                assertThatCode(
                                () -> {
                                    String shown =
                                            new MessageFormat(text, Locale.GERMAN).format(args);
                                    assertThat(shown).as(key).doesNotContain("{", "}", "''");
                                })
                        .as(key)
                        .doesNotThrowAnyException();
            }
        });
    }

    /** None, one and many of each number; a word for all else. */
    private static List<Object[]> samples(String text) {
        PatternShape shape = PatternShape.of(text, Locale.GERMAN);
        var samples = new ArrayList<Object[]>();
        for (int number : List.of(0, 1, 2, 1234)) {
            var args = new Object[10];
            for (int i = 0; i < args.length; i++) {
                Set<PatternShape.Use> uses = shape.uses().getOrDefault(i, Set.of());
                args[i] = uses.contains(PatternShape.Use.NUMBER) ? (Object) number : "Wort";
            }
            samples.add(args);
        }
        return samples;
    }

    @Test
    void noEnglishIsLeft() {
        var left = new ArrayList<String>();
        german.forEach((key, text) -> {
            String plain =
                    text.replaceAll("„[^“]*“", "")
                            .replaceAll("https?://\\S+|--\\S+|\\{[^{}]*}", "")
                            .replaceAll("[Ss]hared auth token|docker compose|[-\\w.]+\\.\\w+", "");
            if (ENGLISH.matcher(plain.toLowerCase(Locale.ROOT)).find()) {
                left.add(key + "=" + text);
            }
            boolean same = text.equals(english.get(key)) && !key.startsWith("chart.axis.");
            if (same && isWords(text)) {
                left.add(key + "=" + text + " (the same in English)");
            }
        });
        assertThat(String.join("\n", left)).isEmpty();
    }

    /** Whether the text has a word that is neither a name nor shared by both languages. */
    private static boolean isWords(String text) {
        String plain = text.replaceAll("\\{[^{}]*}|https?://\\S+", " ");
        return Stream.of(plain.split("[^\\p{L}]+"))
                .filter(word -> word.length() > 3)
                .filter(word -> !SHARED_WORDS.contains(word))
                .anyMatch(word -> !NAMES.contains(word));
    }

    private static final Set<String> NAMES =
            Set.of(
                    "Linkscope",
                    "OctoPrint",
                    "OctoPi",
                    "Obico",
                    "Klipper",
                    "Moonraker",
                    "JSON",
                    "WebSocket",
                    "FPS",
                    "Janus",
                    "octopi",
                    "local");

    @Test
    void quotationMarksAreGerman() {
        var wrong = new ArrayList<String>();
        german.forEach((key, text) -> {
            long open = text.chars().filter(c -> c == '„').count();
            long closed = text.chars().filter(c -> c == '“').count();
            boolean example = key.endsWith(".prompt");
            if (open != closed || text.contains("”") || (!example && text.contains("\""))) {
                wrong.add(key + "=" + text);
            }
        });
        assertThat(String.join("\n", wrong)).isEmpty();
    }

    @Test
    void noTextGrowsBeyondItsRoom() {
        // Layouts are tried with texts that are 40 % longer; short ones grow most and have room.
        var long_ = new TreeMap<Double, String>();
        german.forEach((key, text) -> {
            int before = english.getOrDefault(key, text).length();
            if (before >= 20) {
                long_.put((double) text.length() / before, key);
            }
        });
        double all =
                german.values().stream().mapToInt(String::length).sum()
                        / (double) english.values().stream().mapToInt(String::length).sum();
        System.out.printf(
                Locale.ROOT,
                "German is %.2f times as long as English; most %.2f times: %s%n",
                all,
                long_.lastKey(),
                long_.lastEntry().getValue());
        assertThat(all).isBetween(1.0, 1.4);
        assertThat(long_.lastKey()).as(long_.lastEntry().getValue()).isLessThan(2.3);
    }
}
