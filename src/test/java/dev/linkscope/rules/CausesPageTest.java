package dev.linkscope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of all causes says what the bundles say. */
class CausesPageTest {
    @Test
    void everyCauseStandsThereWithItsSentence() throws IOException {
        String page = Files.readString(Path.of("src/docs/causes.md"));
        var words = new Properties();
        for (String family : new String[] {"network", "server", "host", "webcam"}) {
            Path bundle =
                    Path.of(
                            "src/main/resources/dev/linkscope/i18n/cause_"
                                    + family
                                    + ".properties");
            try (var reader = Files.newBufferedReader(bundle)) {
                words.load(reader);
            }
        }
        assertThat(RuleCatalog.CAUSES).isNotEmpty();
        Stream<String> rows =
                RuleCatalog.CAUSES.stream()
                        .map(rule ->
                                "| `%s` | %s | %s |"
                                        .formatted(
                                                rule.id(),
                                                words.getProperty("cause." + rule.id()),
                                                words.getProperty("cause." + rule.id() + ".next"))
                                        .replace("''", "'"));
        assertThat(rows).allMatch(page::contains);
    }
}
