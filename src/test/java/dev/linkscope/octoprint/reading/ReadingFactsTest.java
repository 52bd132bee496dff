package dev.linkscope.octoprint.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.PrinterApi.Camera;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ReadingFactsTest {
    private static final String TABLE = "/octoprint/facts.csv";
    private static final Map<String, Function<JsonNode, List<Fact>>> READERS =
            Map.of(
                    "version", ReadingFacts::ofVersion,
                    "server", ReadingFacts::ofServer,
                    "settings", ReadingFacts::ofSettings,
                    "pi_support", ReadingFacts::ofPiSupport,
                    "systeminfo", ReadingFacts::ofSystemInfo,
                    "job", ReadingFacts::ofJob,
                    "connection", ReadingFacts::ofConnection);

    /** Secrets of the recordings, and of the made-up settings below. */
    private static final List<String> CANARIES =
            List.of("spiketoken", "globalkey", "j-yqb6YY0pz9", "canary");

    @ParameterizedTest
    @CsvFileSource(resources = TABLE, delimiter = '|', emptyValue = "")
    void readsEachRecording(String recording, String reader, String expected) {
        List<Fact> facts = READERS.get(reader).apply(Recorded.json(recording));
        assertThat(told(facts)).isEqualTo(expected == null ? "" : expected);
        assertThat(facts)
                .allSatisfy(fact ->
                        assertThat(fact.toString())
                                .doesNotContain(CANARIES.toArray(String[]::new)));
    }

    /** What is known, and with an exclamation mark what is absent. */
    private static String told(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.status() != FactStatus.NOT_CHECKED)
                .map(fact ->
                        fact.status() == FactStatus.ABSENT
                                ? "!" + fact.key()
                                : fact.key()
                                        + "="
                                        + fact.value()
                                        + (fact.unit() == null ? "" : fact.unit()))
                .collect(Collectors.joining(" ; "));
    }

    @Test
    void noRecordingIsLeftOut() throws IOException {
        List<String> table =
                Files.readAllLines(Path.of("src/test/resources" + TABLE)).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("\\|")[0].strip())
                        .toList();
        assertThat(table)
                .containsExactlyInAnyOrderElementsOf(
                        Recorded.names(
                                "",
                                "op(?!.*plugin-get).*-(settings|version|server(?!-)|systeminfo"
                                        + "|pi_support|connection|job).*\\.http"));
    }

    @Test
    void everyFactHasALabelAndStandsInTheList() throws IOException {
        var labels = new Properties();
        try (Reader in =
                Files.newBufferedReader(
                        Path.of("src/main/resources/dev/linkscope/i18n/fact.properties"))) {
            labels.load(in);
        }
        String list = Files.readString(Path.of("src/docs/facts.md"));
        for (Function<JsonNode, List<Fact>> reader : READERS.values()) {
            for (Fact fact : ReadingFacts.unread(reader, "why")) {
                assertThat(labels.stringPropertyNames()).contains("fact." + fact.key());
                assertThat(list).contains("`" + fact.key() + "`");
                assertThat(fact).isEqualTo(Fact.notChecked(fact.key(), "why"));
            }
        }
    }

    @Test
    void everyReaderGivesTheSameKeysForWhateverAnswer() {
        READERS.forEach((name, reader) -> {
            List<String> keys = keys(ReadingFacts.unread(reader, "why"));
            assertThat(keys).as(name).isNotEmpty().doesNotHaveDuplicates();
            for (String recording : Recorded.names("", "op.*\\.http")) {
                assertThat(keys(reader.apply(Recorded.json(recording))))
                        .as("%s of %s", name, recording)
                        .containsExactlyInAnyOrderElementsOf(keys);
            }
            for (String answer : List.of("[]", "3", "'x'", "null", "{'plugins': [1]}")) {
                assertThat(keys(reader.apply(Recorded.quoted(answer))))
                        .containsExactlyInAnyOrderElementsOf(keys);
            }
        });
    }

    private static List<String> keys(List<Fact> facts) {
        return facts.stream().map(Fact::key).toList();
    }

    private static String fact(List<Fact> facts, String key) {
        return told(facts.stream().filter(fact -> fact.key().equals(key)).toList());
    }

    /** Settings with a secret wherever one can be. */
    private static final String SECRETIVE =
            """
            {'api': {'key': 'canary1'},
             'plugins': {
               'obico': {'auth_token': 'canary2', 'endpoint_prefix': 'http://canary3:canary4@srv:3334/p/?t=canary5',
                         'webcams': [{'name': 'b', 'is_primary_camera': true}]},
               'classicwebcam': {'snapshotAuth': 'canary6', 'snapshotPassword': 'canary7'}},
             'webcam': {'webcams': [
               {'name': 'a', 'displayName': 'A', 'compat': null, 'provider': 'x'},
               {'name': 'b', 'displayName': 'B', 'provider': 'classicwebcam', 'compat':
                  {'snapshot': 'http://canary8:canary9@cam/s?pwd=canaryA', 'stream': 'rtsp://canaryB@cam'}}]},
             'server': {'onlineCheck': {'enabled': true, 'host': '1.1.1.1'}}}
            """;

    @Test
    void noSecretLeaves() {
        JsonNode settings = Recorded.quoted(SECRETIVE);
        List<Fact> facts = ReadingFacts.ofSettings(settings);
        assertThat(facts.toString()).doesNotContain("canary");
        assertThat(fact(facts, "obico.linked_setting")).isEqualTo("obico.linked_setting=true");
        assertThat(fact(facts, "obico.endpoint")).isEqualTo("obico.endpoint=http://srv:3334");
        assertThat(fact(facts, "webcam.snapshot.form")).isEqualTo("webcam.snapshot.form=user_info");
        assertThat(fact(facts, "webcam.stream.form")).isEqualTo("webcam.stream.form=rtsp");
        assertThat(fact(facts, "webcam.snapshot.auth")).isEmpty();
        assertThat(ReadingFacts.endpoint(settings)).isEqualTo(new TargetUrl("http://srv:3334/p"));
        // A login in a camera's address is needed to ask the camera; its text never shows it.
        assertThat(ReadingFacts.cameras(settings).toString()).doesNotContain("canary");
    }

    @Test
    void theCameraThatObicoTakesComesFirst() {
        assertThat(ReadingFacts.cameras(Recorded.quoted(SECRETIVE)))
                .extracting(Camera::name)
                .containsExactly("B", "A");
        assertThat(ReadingFacts.cameras(Recorded.quoted(SECRETIVE)).getLast().snapshot()).isNull();
        assertThat(ReadingFacts.cameras(Recorded.json("op111-settings-linked.http")))
                .containsExactly(
                        new Camera(
                                "Classic Webcam",
                                new TargetUrl("http://127.0.0.1:8180/?action=snapshot"),
                                new TargetUrl("/webcam/?action=stream")));
        assertThat(ReadingFacts.cameras(Recorded.json("op1103-settings-no-webcam-plugin.http")))
                .isEmpty();
        assertThat(ReadingFacts.cameras(Recorded.json("op111-settings-anon.http"))).isEmpty();
    }

    @Test
    void anOldOctoPrintHasOneCameraAndNoList() {
        JsonNode old =
                Recorded.quoted(
                        """
                        {'webcam': {'webcamEnabled': true, 'streamUrl': '/webcam/?action=stream',
                                    'snapshotUrl': ''}, 'plugins': {'obico': {}}}
                        """);
        assertThat(ReadingFacts.cameras(old))
                .containsExactly(
                        new Camera("classic", null, new TargetUrl("/webcam/?action=stream")));
        List<Fact> facts = ReadingFacts.ofSettings(old);
        assertThat(fact(facts, "webcam.snapshot.configured"))
                .isEqualTo("webcam.snapshot.configured=false");
        assertThat(fact(facts, "webcam.count")).isEqualTo("webcam.count=1");
    }

    @Test
    void aCameraOfObicosSettingThatIsGoneIsNotReplacedByAnother() {
        JsonNode settings =
                Recorded.quoted(
                        """
                        {'plugins': {'obico': {'webcams': [{'name': 'gone'}]}}, 'webcam':
                         {'webcams': [{'name': 'classic', 'compat': {'snapshot': '/s'}}]}}
                        """);
        List<Fact> facts = ReadingFacts.ofSettings(settings);
        assertThat(fact(facts, "obico.webcam")).isEqualTo("obico.webcam=gone");
        assertThat(fact(facts, "obico.webcam.exists")).isEqualTo("obico.webcam.exists=false");
        assertThat(fact(facts, "webcam.snapshot.form")).isEqualTo("!webcam.snapshot.form");
    }

    @Test
    void aCameraWithoutCompatBreaksThePlugin() {
        JsonNode settings =
                Recorded.quoted(
                        """
                        {'plugins': {'obico': {'endpoint_prefix': 'app.obico.io'}}, 'webcam':
                         {'webcams': [{'name': 'x', 'compat': null, 'provider': 'p'}]}}
                        """);
        List<Fact> facts = ReadingFacts.ofSettings(settings);
        assertThat(fact(facts, "webcam.compat")).isEqualTo("webcam.compat=false");
        assertThat(fact(facts, "obico.endpoint")).isEqualTo("!obico.endpoint");
        assertThat(fact(facts, "obico.endpoint.form")).isEqualTo("obico.endpoint.form=no_scheme");
        assertThat(ReadingFacts.endpoint(settings)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Paused, paused, true",
        "Printing from SD, printing, true",
        "Sending file to SD, transferring, true",
        "Starting print from SD, starting, true",
        "'Offline (Error: canary)', offline, false",
        "'Error: canary', error, false",
        "Opening serial connection, connecting, false"
    })
    void theStateOfThePrinterIsACode(String words, String code, String printing) {
        List<Fact> facts = ReadingFacts.ofJob(Recorded.quoted("{'state': '" + words + "'}"));
        assertThat(told(facts))
                .isEqualTo("octoprint.printer_state=" + code + " ; octoprint.printing=" + printing);
        assertThat(facts.toString()).doesNotContain("canary");
    }

    @Test
    void aStateThatIsNotKnownDoesNotSayThatNothingPrints() {
        assertThat(told(ReadingFacts.ofJob(Recorded.quoted("{'state': 'Dancing'}"))))
                .isEqualTo("octoprint.printer_state=other");
    }

    @Test
    void brokenVcgencmdSaysNothingOfThePower() {
        List<Fact> facts =
                ReadingFacts.ofPiSupport(
                        Recorded.json("op111pi-pi_support-vcgencmd-broken-default-password.http"));
        assertThat(facts.stream().filter(fact -> fact.key().startsWith("power.")))
                .hasSize(6)
                .allMatch(fact -> fact.status() == FactStatus.NOT_CHECKED);
    }

    @Test
    void ofSeveralSourcesTheOneThatKnowsCounts() {
        assertThat(
                        ReadingFacts.merged(
                                List.of(
                                        List.of(Fact.notChecked("a", "x"), Fact.absent("b")),
                                        List.of(Fact.known("a", "1", null)),
                                        List.of(Fact.known("b", "2", null), Fact.absent("a")))))
                .containsExactly(Fact.known("a", "1", null), Fact.known("b", "2", null));
    }
}
