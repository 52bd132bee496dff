package dev.linkscope.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guides call a button, a tab or a verdict is what the window calls it. */
class WindowWordsTest {
    private static final Path BUNDLES =
            Path.of("src", "main", "resources", "dev", "linkscope", "i18n");

    /** Italics within a line: neither bold nor the star of a list. */
    private static final Pattern ITALIC =
            Pattern.compile("(?<![*\\w])\\*([^*\\s][^*\\n]*?)\\*(?![*\\w])");

    /** Names of other programs' buttons, and words that are only stressed. */
    private static final List<String> OTHERS =
            List.of("application keys", "interface options", "ssh", "allow", "discovery");

    private static String words() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.filter(file -> !file.toString().endsWith("_de.properties"))
                    .flatMap(WindowWordsTest::texts)
                    .map(text -> text.replace("''", "'").toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static Stream<String> texts(Path file) {
        var bundle = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            bundle.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bundle.values().stream().map(String::valueOf);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "src/docs/user-guide.md", "src/docs/faq.md"})
    void areThoseOfTheWindow(String file) throws IOException {
        String words = words();
        List<String> unknown =
                MarkdownPage.read(Path.of(file)).prose().stream()
                        .flatMap(line -> ITALIC.matcher(line).results())
                        .map(found -> found.group(1).toLowerCase(Locale.ROOT).replaceAll("…$", ""))
                        .filter(name -> name.length() < 60)
                        .filter(name -> !words.contains(name) && !OTHERS.contains(name))
                        .toList();
        assertThat(unknown).as("said in %s and not in the window", file).isEmpty();
    }
}
