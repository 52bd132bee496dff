package dev.linkscope.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.PrinterApiException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BundlesTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/linkscope/i18n");
    private static final Messages MESSAGES = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    /** Those in English; a translation has the same name and its language behind. */
    private static Map<String, Properties> bundles() throws IOException {
        var bundles = new TreeMap<String, Properties>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(path -> !path.toString().endsWith("_de.properties")).toList()) {
                bundles.put(file.getFileName().toString(), read(file));
            }
        }
        return bundles;
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    @Test
    void everyPatternCanBeRead() throws IOException {
        bundles()
                .forEach((file, texts) ->
                        texts.stringPropertyNames()
                                .forEach(key ->
                                        assertThatCode(() ->
                                                        new MessageFormat(
                                                                texts.getProperty(key), Locale.US))
                                                .as("%s in %s", key, file)
                                                .doesNotThrowAnyException()));
    }

    @Test
    void everyKeyStandsInOneBundleAlone() throws IOException {
        var places = new HashMap<String, String>();
        bundles()
                .forEach((file, texts) ->
                        texts.stringPropertyNames()
                                .forEach(key ->
                                        assertThat(places.put(key, file))
                                                .as("%s stands in %s too", key, file)
                                                .isNull()));
    }

    @Test
    void everyBundleIsLoaded() throws IOException {
        bundles()
                .forEach((file, texts) ->
                        assertThat(texts.stringPropertyNames()).as(file).allMatch(MESSAGES::has));
    }

    @Test
    void noApostropheIsLost() throws IOException {
        // A single apostrophe quotes the rest of a MessageFormat pattern and vanishes.
        bundles()
                .forEach((file, texts) ->
                        texts.forEach((key, text) ->
                                assertThat(text.toString().replace("''", ""))
                                        .as("%s in %s", key, file)
                                        .doesNotContain("'")));
    }

    @ParameterizedTest
    @EnumSource
    void everyFailureHasASentenceAndANextStep(FailureCode code) {
        for (Failure failure :
                List.of(
                        Failure.of(code, "octopi.local"),
                        Failure.of(code, "octopi.local", "second", "third", "fourth"))) {
            assertThat(MESSAGES.render(failure.message())).isNotBlank();
            assertThat(MESSAGES.render(failure.nextStep())).isNotBlank();
        }
        assertThat(MESSAGES.render(Failure.of(code, "octopi.local", "2nd", "3rd", "4th").message()))
                .doesNotContain("{");
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemWithOctoPrintHasASentenceAndANextStep(PrinterApiException.Problem problem) {
        for (String key : List.of(problem.key(), problem.nextStepKey())) {
            assertThat(MESSAGES.has(key)).as(key).isTrue();
            assertThat(MESSAGES.text(key, "http://octopi.local")).isNotBlank().doesNotContain("{");
        }
        assertThat(MESSAGES.text(problem.key(), "http://octopi.local"))
                .contains("http://octopi.local");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 s",
        "119, 119 s",
        "120, 2 min",
        "7199, 2 h",
        "7260, 2 h 1 min",
        "86400, 24 h",
        "345600, 4 days"
    })
    void durationsHaveOneUnitOrTwo(long seconds, String expected) {
        assertThat(MESSAGES.duration(Duration.ofSeconds(seconds))).isEqualTo(expected);
    }

    @Test
    void timesFollowTheZoneOfTheMessages() {
        var berlin = Messages.in(Locale.GERMANY, java.time.ZoneId.of("Europe/Berlin"));
        assertThat(berlin.text("time.of_day", Instant.parse("2026-11-22T12:00:00Z")))
                .isEqualTo("13:00:00");
    }
}
