package dev.linkscope.octoprint.klipper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.PrinterApi;
import dev.linkscope.engine.port.PrinterApi.Camera;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.octoprint.Calls;
import dev.linkscope.octoprint.reading.ReadingFacts;
import dev.linkscope.octoprint.reading.Recorded;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** By the formats of Moonraker's documentation and of the configuration of Obico for Klipper. */
class KlipperTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final String INFO =
            "{'result': {'klippy_connected': true, 'klippy_state': 'ready', 'failed_components':"
                    + " ['x'], 'warnings': [], 'moonraker_version': 'v0.9.3-1'}}";
    private static final String WEBCAMS =
            """
            {'result': {'webcams': [{'name': 'Top', 'enabled': true,
              'snapshot_url': '/webcam/?action=snapshot', 'stream_url': 'http://u:canary@cam/s'}]}}
            """;
    private static final String STATS =
            "{'result': {'throttled_state': {'bits': 327685, 'flags': ['x']}, 'cpu_temp': 54.7,"
                    + " 'system_uptime': 7300.5}}";
    private static final String SYSTEM =
            """
            {'result': {'system_info': {'cpu_info': {'cpu_count': 4, 'model': 'Raspberry Pi 4',
               'total_memory': 1000000}, 'distribution': {'name': 'Debian 12'},
             'service_state': {'moonraker-obico': {'active_state': 'failed', 'sub_state': 'x'},
               'klipper': {'active_state': 'active'}}}}}
            """;
    private static final String CONFIG =
            """
            # canary0
            [server]
            url: https://u:canary1@obico.example:3334/
            auth_token = canary2   # canary3

            [moonraker]
            api_key: canary4
            [webcam top]
            snapshot_url: http://127.0.0.1:8080/?action=snapshot ; note
            stream_url = /webcam/?action=stream
            disable_video_streaming: True
            [webcam empty]
            [tunnel]
            garbage
            """;

    /** A Moonraker that has these answers; others are not there. */
    private record Moonraker(Map<String, String> answers) implements Calls {
        private String answer(String path) throws PrinterApiException {
            String answer = answers.get(path);
            if (answer == null) {
                throw new PrinterApiException(Problem.NOT_THERE);
            }
            return answer;
        }

        @Override
        public JsonNode get(String path) throws PrinterApiException {
            return Recorded.quoted(answer(path));
        }

        @Override
        public JsonNode post(String path, JsonNode body) throws PrinterApiException {
            throw new PrinterApiException(Problem.NOT_THERE);
        }

        @Override
        public <T> T text(String path, TextReader<T> reader) throws PrinterApiException {
            try {
                return reader.read(new StringReader(answer(path)));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static Map<String, String> whole() {
        return new HashMap<>(
                Map.of(
                        "/server/info", INFO,
                        "/server/webcams/list", WEBCAMS,
                        "/machine/proc_stats", STATS,
                        "/machine/system_info", SYSTEM,
                        "/server/files/config/moonraker-obico.cfg", CONFIG,
                        "/server/files/logs/moonraker-obico.log",
                                "2026-11-22 11:42:19,461   WARNING  obico.ws - WS Closed - 4321 - x\n"));
    }

    private static String told(List<Fact> facts, String key) {
        return facts.stream()
                .filter(fact -> fact.key().equals(key))
                .map(fact ->
                        fact.status() == FactStatus.KNOWN ? fact.value() : fact.status().name())
                .findFirst()
                .orElse("missing");
    }

    @Test
    void readsAMoonrakerUnderTheKeysOfOctoPrint() throws Exception {
        PrinterApi.Reading reading =
                MoonrakerReading.read(new Moonraker(whole()), ZoneOffset.UTC, NOW);
        Map<String, String> expected =
                Map.ofEntries(
                        Map.entry("klipper.state", "ready"),
                        Map.entry("moonraker.version", "v0.9.3-1"),
                        Map.entry("moonraker.failed_components", "1"),
                        Map.entry("moonraker.warnings", "0"),
                        Map.entry("webcam.count", "1"),
                        Map.entry("webcam.enabled", "true"),
                        Map.entry("webcam.snapshot.form", "relative"),
                        Map.entry("webcam.stream.form", "user_info"),
                        Map.entry("power.undervoltage.now", "true"),
                        Map.entry("power.frequency_capped.now", "false"),
                        Map.entry("power.throttled.since_boot", "true"),
                        Map.entry("host.temperature", "55"),
                        Map.entry("host.uptime", "2"),
                        Map.entry("host.cpus", "4"),
                        Map.entry("host.memory.total", "1024"),
                        Map.entry("service.moonraker_obico", "failed"),
                        Map.entry("service.klipper", "active"),
                        Map.entry("service.crowsnest", "ABSENT"),
                        Map.entry("obico.installed", "true"),
                        Map.entry("obico.linked_setting", "true"),
                        Map.entry("obico.streaming_disabled", "true"),
                        Map.entry("obico.endpoint", "https://obico.example:3334"),
                        Map.entry("obico.endpoint.form", "user_info"));
        expected.forEach(
                (key, value) -> assertThat(told(reading.facts(), key)).as(key).isEqualTo(value));
        assertThat(reading.cameras())
                .containsExactly(
                        new Camera(
                                "top",
                                new TargetUrl("http://127.0.0.1:8080/?action=snapshot"),
                                new TargetUrl("/webcam/?action=stream")));
        assertThat(reading.endpoint()).isEqualTo(new TargetUrl("https://obico.example:3334"));
        assertThat(reading.past())
                .singleElement()
                .satisfies(past ->
                        assertThat(past.events())
                                .singleElement()
                                .matches(event -> event.kind() == PastKind.KICKED));
        assertThat(reading.toString()).doesNotContain("canary");
    }

    @Test
    void whatIsMissingIsNotChecked() throws Exception {
        Map<String, String> answers = whole();
        answers.keySet().retainAll(List.of("/server/info"));
        PrinterApi.Reading reading =
                MoonrakerReading.read(new Moonraker(answers), ZoneOffset.UTC, NOW);
        assertThat(told(reading.facts(), "obico.installed")).isEqualTo("false");
        assertThat(told(reading.facts(), "power.undervoltage.now")).isEqualTo("NOT_CHECKED");
        assertThat(told(reading.facts(), "service.moonraker_obico")).isEqualTo("NOT_CHECKED");
        assertThat(reading.cameras()).isEmpty();
        assertThat(reading.past()).isEmpty();
    }

    @Test
    void withoutCamerasOfItsOwnThoseOfMoonrakerCount() throws Exception {
        Map<String, String> answers = whole();
        answers.put("/server/files/config/moonraker-obico.cfg", "[server]\nurl: x\n");
        PrinterApi.Reading reading =
                MoonrakerReading.read(new Moonraker(answers), ZoneOffset.UTC, NOW);
        assertThat(reading.cameras()).extracting(Camera::name).containsExactly("Top");
        assertThat(told(reading.facts(), "obico.linked_setting")).isEqualTo("false");
        assertThat(told(reading.facts(), "obico.streaming_disabled")).isEqualTo("NOT_CHECKED");
        assertThat(reading.endpoint()).isNull();
    }

    @Test
    void aPiThatCannotBeAskedSaysNothingOfThePower() {
        List<Fact> facts =
                MoonrakerFacts.ofProcStats(
                        Recorded.quoted("{'result': {'throttled_state': null}}"));
        assertThat(facts.stream().filter(fact -> fact.key().startsWith("power.")))
                .hasSize(6)
                .allMatch(fact -> fact.status() == FactStatus.NOT_CHECKED);
    }

    @Test
    void anOctoPrintIsNoMoonraker() {
        for (String recording : Recorded.names("", "op.*version.*\\.http")) {
            assertThat(MoonrakerFacts.isMoonraker(Recorded.json(recording))).isFalse();
        }
        assertThat(MoonrakerFacts.isMoonraker(Recorded.quoted(INFO))).isTrue();
        assertThatThrownBy(() ->
                        MoonrakerReading.read(
                                new Moonraker(Map.of("/server/info", "{}")), ZoneOffset.UTC, NOW))
                .isInstanceOf(PrinterApiException.class);
    }

    @Test
    void everyFactHasALabelAndStandsInTheList() throws IOException {
        var labels = new Properties();
        try (Reader in =
                Files.newBufferedReader(
                        Path.of("src/main/resources/dev/linkscope/i18n/fact.properties"))) {
            labels.load(in);
        }
        String docs =
                Files.readString(Path.of("src/docs/facts.md"))
                        + Files.readString(Path.of("src/docs/wire-protocol.md"));
        Stream<Function<JsonNode, List<Fact>>> readers =
                Stream.of(
                        MoonrakerFacts::ofServerInfo,
                        MoonrakerFacts::ofWebcams,
                        MoonrakerFacts::ofProcStats,
                        MoonrakerFacts::ofSystemInfo);
        readers.flatMap(reader -> ReadingFacts.unread(reader, "why").stream())
                .forEach(fact -> {
                    assertThat(labels.stringPropertyNames()).contains("fact." + fact.key());
                    // The agent's list leaves out the common beginning of some keys.
                    String leaf = fact.key().substring(fact.key().indexOf('.') + 1);
                    assertThat(docs).containsAnyOf("`" + fact.key() + "`", "`" + leaf + "`");
                });
    }

    @Test
    void anyFileIsReadToItsEnd() throws IOException {
        for (String file :
                List.of(
                        "",
                        "[",
                        "[]",
                        "[server",
                        "url",
                        "= x",
                        "[server]\n: y\nurl",
                        "x".repeat(500_000))) {
            assertThat(ObicoConfig.parse(new StringReader(file)).endpoint()).isNull();
        }
    }
}
