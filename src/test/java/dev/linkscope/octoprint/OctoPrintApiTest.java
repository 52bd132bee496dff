package dev.linkscope.octoprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.PrinterApi.Camera;
import dev.linkscope.engine.port.PrinterApi.Reading;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.octoprint.RawServer.Answer;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class OctoPrintApiTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private RawServer server;
    private OctoPrintApi api;

    /** Readers that tell one fact a part: whether there was anything to read. */
    private static final Readers READERS =
            new Readers() {
                @Override
                public List<Fact> facts(Part part, JsonNode answer) {
                    String key =
                            part == Part.SETTINGS
                                    ? "obico.installed"
                                    : part.name().toLowerCase(Locale.ROOT);
                    return List.of(
                            answer.isMissingNode()
                                    ? Fact.notChecked(key, "nothing")
                                    : Fact.known(key, "read", null));
                }

                @Override
                public List<Camera> cameras(JsonNode settings) {
                    return settings.isMissingNode()
                            ? List.of()
                            : List.of(new Camera("classic", null, null));
                }

                @Override
                public TargetUrl endpoint(JsonNode settings) {
                    String url = settings.at("/plugins/obico/endpoint_prefix").asString("");
                    return url.isEmpty() ? null : new TargetUrl(url);
                }

                @Override
                public PluginReport pluginReport(JsonNode answer, Instant now) {
                    return new PluginReport(
                            now,
                            null,
                            null,
                            null,
                            answer.has("linked_printer"),
                            null,
                            false,
                            null,
                            List.of());
                }

                @Override
                public PastRecord log(String name, Reader text, ZoneId zone, Instant now)
                        throws IOException {
                    var all = new StringWriter();
                    text.transferTo(all);
                    return new PastRecord(name + "=" + all, now, now, List.of());
                }
            };

    @BeforeEach
    void start() throws Exception {
        server = new RawServer();
        api =
                new OctoPrintApi(
                        new OctoPrintHttp(server.url(), "key".toCharArray(), null),
                        READERS,
                        ZoneOffset.UTC,
                        InstantSource.fixed(NOW));
        server.at("/plugin/appkeys/probe", Answer.recorded("appkeys-01-probe.http"));
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
        server.close();
    }

    private void admin() {
        server.at("/api/currentuser", Answer.recorded("op111-currentuser-key.http"))
                .at("/api/version", Answer.recorded("op111-version.http"))
                .at("/api/server", Answer.recorded("op111-server.http"))
                .at("/api/settings", Answer.recorded("op111-settings-linked.http"))
                .at("/api/plugin/pi_support", Answer.recorded("op111pi-pi_support-1.http"))
                .at("/api/system/info", Answer.recorded("op111-systeminfo.http"))
                .at("/api/job", Answer.recorded("op111-job-printing.http"))
                .at("/api/connection", Answer.recorded("op111-connection-printing.http"))
                .at(
                        "/plugin/logging/logs",
                        Answer.json(
                                200,
                                "{\"files\":["
                                        + "{\"name\":\"octoprint.log\"},{\"name\":\"octoprint.log.2026-11-19\"},"
                                        + "{\"name\":\"octoprint.log.2026-11-21\"},{\"name\":\"../x\"},"
                                        + "{\"name\":\"octoprint.log.2026-11-20\"},{\"name\":\"tornado.log\"}]}"));
        for (String log : new String[] {"", ".2026-11-21", ".2026-11-20"}) {
            server.at(
                    "/downloads/logs/octoprint.log" + log,
                    Answer.text("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nlines" + log));
        }
    }

    private static Fact fact(Reading reading, String key) {
        return reading.facts().stream().filter(f -> f.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void readsEverything() throws Exception {
        admin();
        Reading reading = api.read();

        assertThat(reading.facts())
                .allMatch(fact -> fact.reason() == null)
                .extracting(Fact::key)
                .containsExactly(
                        "octoprint.key.admin",
                        "version",
                        "server",
                        "obico.installed",
                        "pi_support",
                        "system_info",
                        "job",
                        "connection");
        assertThat(reading.cameras()).hasSize(1);
        assertThat(reading.endpoint()).isNotNull();
        assertThat(reading.past())
                .extracting(PastRecord::source)
                .containsExactly(
                        "octoprint.log.2026-11-20=lines.2026-11-20",
                        "octoprint.log.2026-11-21=lines.2026-11-21",
                        "octoprint.log=lines");
        assertThat(server.requests())
                .as("nothing with side effects")
                .allMatch(request -> request.startsWith("GET "))
                .noneMatch(request -> request.contains("/api/plugin/obico"));
    }

    @Test
    void partsThatFailAloneSayWhy() throws Exception {
        admin();
        server.at("/api/currentuser", Answer.recorded("op111-currentuser-operator.http"))
                .at("/api/system/info", Answer.recorded("op111-systeminfo-operator.http"))
                .at("/api/settings", Answer.recorded("op111-systeminfo-operator.http"))
                .at(
                        "/api/plugin/pi_support",
                        Answer.recorded("op111-plugin-pi_support-not-a-pi.http"))
                .at("/api/plugin/obico", Answer.recorded("op111-obico-get-anon.http"))
                .at("/api/job", out -> {})
                .at("/plugin/logging/logs", Answer.recorded("op111-systeminfo-operator.http"));
        Reading reading = api.read();

        assertThat(fact(reading, "octoprint.key.admin").value()).isEqualTo("false");
        assertThat(fact(reading, "system_info").reason()).isEqualTo("no_permission");
        assertThat(fact(reading, "pi_support").reason()).isEqualTo("not_there");
        assertThat(fact(reading, "job").reason()).isEqualTo("garbage");
        assertThat(fact(reading, "octoprint.log").reason()).isEqualTo("no_permission");
        assertThat(fact(reading, "obico.installed").value()).isEqualTo("true");
        assertThat(fact(reading, "version").value()).isEqualTo("read");
        assertThat(reading.cameras()).isEmpty();
        assertThat(reading.past()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "op111-currentuser-badkey.http, WRONG_KEY",
        "op193-currentuser-badkey.http, WRONG_KEY",
        "haproxy-octoprint-down-503.first-bytes.bin, DOWN",
        "op111-startup-root-2.raw, STARTING"
    })
    void whoeverIsNotLetInHearsWhy(String recording, Problem problem) {
        server.at("/api/currentuser", Answer.recorded(recording));
        assertThat(catchThrowableOfType(PrinterApiException.class, api::read).problem())
                .isEqualTo(problem);
        assertThat(server.requests()).hasSizeLessThan(4);
    }

    @Test
    void pluginReport() throws Exception {
        server.at("/api/plugin/obico", Answer.recorded("op111-obico-linked-fresh.http"));
        PluginReport report = api.pluginReport();
        assertThat(report.readAt()).isEqualTo(NOW);
        assertThat(report.linked()).isTrue();
        assertThat(server.requests())
                .singleElement()
                .asString()
                .endsWith("{\"command\":\"get_plugin_status\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "op111-plugin-not-installed.http, op111-currentuser-key.http, NOT_THERE",
        "op1103-safemode-obico-post.http, op111-currentuser-key.http, NOT_THERE",
        "op111-obico-badkey.http, op111-currentuser-badkey.http, WRONG_KEY",
        "op1103-obico-operator-key-403.http, op111-currentuser-operator.http, NO_PERMISSION"
    })
    void pluginReportThatIsNotGiven(String recording, String user, Problem problem) {
        server.at("/api/plugin/obico", Answer.recorded(recording))
                .at("/api/currentuser", Answer.recorded(user));
        assertThat(catchThrowableOfType(PrinterApiException.class, api::pluginReport).problem())
                .isEqualTo(problem);
    }
}
