package dev.linkscope.octoprint.vantage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.engine.port.ProbeSpec;
import dev.linkscope.octoprint.reading.Recorded;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What OctoPrint's tests tell, over a real connection. */
@Timeout(60)
class ProbesTest {
    private static final String SERVER_URL = "https://app.obico.io/api/v1/octo/printer/";
    private static final String CAMERA_URL = "http://127.0.0.1:8080/?action=snapshot";
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final OctoPrintDouble octoPrint = new OctoPrintDouble();
    private final ConnectionTests tests = new ConnectionTests(octoPrint, System::nanoTime);

    ProbesTest() throws Exception {}

    @AfterEach
    void close() {
        octoPrint.close();
    }

    private static String told(Verdict verdict) {
        return switch (verdict.state()) {
            case OK -> "ok";
            case FAILED -> verdict.phase().wireName() + "." + verdict.errorClass();
            case NOT_MEASURED -> "skipped " + verdict.errorClass();
        };
    }

    private Verdict server() throws PrinterApiException {
        return new ServerProbe(tests, SERVER_URL, DEADLINE).run(verdict -> {});
    }

    private Verdict camera(String url) throws PrinterApiException {
        return new CameraProbe(tests, url, null, DEADLINE).run(verdict -> {});
    }

    @ParameterizedTest
    @CsvSource({
        "401, application/json, ok",
        "200, application/json; charset=utf-8, ok",
        "403, application/json, ok",
        "403, text/html, skipped rate_limited",
        "429, application/json, skipped rate_limited",
        "200, text/html, response.captive_portal",
        "200, text/plain, response.wrong_content",
        "401, text/html, response.http_4xx",
        "400, application/json, response.http_4xx",
        "404, application/json, response.not_found",
        "500, text/html, response.http_5xx",
        "502, text/html, response.http_5xx",
        "304, text/html, response.redirect",
        "511, text/html, response.captive_portal"
    })
    void theServerIsJudgedAsByTheAgent(int status, String type, String expected) throws Exception {
        octoPrint.replyWith(
                OctoPrintDouble.SERVER,
                "{'response': {'assumed_content_type': '%s'}, 'result': false, 'status': %d}"
                        .formatted(type, status));
        Verdict verdict = server();
        assertThat(told(verdict)).isEqualTo(expected);
        assertThat(verdict.details()).containsEntry("status", String.valueOf(status));
    }

    @ParameterizedTest
    @CsvSource({
        "op1103-utiltest-resolution-fails.http, op1103-utiltest-server-refused.http, dns.dns_failed",
        "op1103-utiltest-resolution-localhost.http, op1103-utiltest-server-refused.http, connect.broken",
        "op1103-utiltest-resolution-localhost.http, op1103-utiltest-server-ok.http, request.broken"
    })
    void withoutReplyNameAndPortTellThePhase(String name, String port, String expected)
            throws Exception {
        octoPrint.reply(OctoPrintDouble.SERVER, "op1103-utiltest-url-refused.http");
        octoPrint.reply(OctoPrintDouble.NAME, name);
        octoPrint.reply(OctoPrintDouble.PORT, port);
        assertThat(told(server())).isEqualTo(expected);
        assertThat(octoPrint.commands().getFirst().toString())
                .isEqualTo(
                        Recorded.quoted(
                                        "{'command':'url','url':'"
                                                + SERVER_URL
                                                + "','method':'GET','timeout':6,'status':401}")
                                .toString());
    }

    @ParameterizedTest
    @CsvSource({
        "op1103-utiltest-server-refused.http, connect.timeout",
        "op1103-utiltest-server-ok.http, request.timeout"
    })
    void whatTookAsLongAsItMayIsATimeout(String port, String expected) throws Exception {
        octoPrint.replyAfter(
                OctoPrintDouble.SERVER,
                "op1103-utiltest-url-refused.http",
                Duration.ofMillis(1200));
        octoPrint.reply(OctoPrintDouble.PORT, port);
        var probe = new ServerProbe(tests, SERVER_URL, Duration.ofSeconds(2));
        assertThat(told(probe.run(verdict -> {}))).isEqualTo(expected);
    }

    @Test
    void aPictureIsLookedAt() throws Exception {
        var probe = new CameraProbe(tests, CAMERA_URL, null, DEADLINE);
        Verdict first = probe.run(verdict -> {});
        Verdict second = probe.run(verdict -> {});
        assertThat(told(first)).isEqualTo("ok");
        assertThat(first.details())
                .containsEntry("type", "image/jpeg")
                .containsEntry("same", "1")
                .containsKeys("hash", "size");
        assertThat(second.details()).containsEntry("same", "2");
        JsonNode command = octoPrint.commands().getFirst();
        assertThat(command.path("validSsl").asBoolean(true)).isFalse();
        assertThat(command.path("content_type_whitelist").path(0).asString()).isEqualTo("image/*");
    }

    @ParameterizedTest
    @CsvSource({
        "200, image/jpeg, '', body.empty",
        "200, image/jpeg, no picture, body.not_jpeg",
        "200, image/jpeg, <html>, response.not_a_picture",
        "200, image/jpeg, \u00ff\u00d8 cut, body.cut_off",
        "200, image/jpeg, \u00ff\u00d8 whole \u00ff\u00d9pad, ok",
        "200, text/html, , response.not_a_picture",
        "200, multipart/x-mixed-replace, , response.stream_not_snapshot",
        "401, text/html, , response.login_needed",
        "404, text/html, , response.not_found",
        "503, text/html, , response.http_5xx",
        "400, text/html, , response.http_4xx"
    })
    void theCameraIsJudgedAsByTheAgent(int status, String type, String body, String expected)
            throws Exception {
        String content =
                body == null
                        ? ""
                        : ", 'content': '"
                                + Base64.getEncoder()
                                        .encodeToString(
                                                body.getBytes(
                                                        java.nio.charset.StandardCharsets
                                                                .ISO_8859_1))
                                + "'";
        octoPrint.replyWith(
                OctoPrintDouble.CAMERA,
                "{'response': {'assumed_content_type': '%s'%s}, 'result': true, 'status': %d}"
                        .formatted(type, content, status));
        assertThat(told(camera(CAMERA_URL))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', request.no_url",
        "octopi.local:8080/?action=snapshot, request.bad_scheme",
        "webrtc://cam, request.bad_scheme",
        "http://cam/?action=stream, response.stream_not_snapshot",
        "http://cam/video.mp4, response.stream_not_snapshot"
    })
    void whatNoPictureCanComeOfIsNotAsked(String url, String expected) throws Exception {
        assertThat(told(camera(url))).isEqualTo(expected);
        assertThat(octoPrint.commands()).isEmpty();
    }

    @Test
    void aPathIsOnThePi() throws Exception {
        assertThat(told(camera("/webcam/?action=snapshot"))).isEqualTo("ok");
        assertThat(octoPrint.commands().getFirst().path("url").asString())
                .isEqualTo("http://localhost/webcam/?action=snapshot");
    }

    @Test
    void aLoginThatOctoPrintCannotPresentIsNotMeasured() throws Exception {
        Verdict verdict =
                new CameraProbe(tests, CAMERA_URL, ProbeSpec.Auth.DIGEST, DEADLINE)
                        .run(soFar -> {});
        assertThat(verdict.state()).isEqualTo(SlotState.NOT_MEASURED);
    }

    @Test
    void aTestThatIsNotAnsweredAsOneIsNoFailure() {
        octoPrint.replyWith(OctoPrintDouble.SERVER, "{'error': 'x'}");
        assertThatThrownBy(this::server)
                .isInstanceOfSatisfying(
                        PrinterApiException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.GARBAGE));
    }

    /** Every recorded answer of a test, and what a request, a name and a port make of it. */
    private static final Map<String, List<String>> RECORDINGS =
            Map.of(
                    "op1103-utiltest-address.http", List.of("GARBAGE", "GARBAGE"),
                    "op1103-utiltest-operator.http", List.of("NO_PERMISSION", "NO_PERMISSION"),
                    "op1103-utiltest-resolution-fails.http", List.of("GARBAGE", "false"),
                    "op1103-utiltest-resolution-localhost.http", List.of("GARBAGE", "true"),
                    "op1103-utiltest-server-ok.http", List.of("GARBAGE", "true"),
                    "op1103-utiltest-server-refused.http", List.of("GARBAGE", "false"),
                    "op1103-utiltest-url-head-obico.http", List.of("500 text/html", "false"),
                    "op1103-utiltest-url-refused.http", List.of("0 ", "false"),
                    "op1103-utiltest-url-snapshot-ok.http", List.of("200 image/jpeg", "true"));

    @Test
    void everyRecordedAnswerIsUnderstood() {
        assertThat(Recorded.names("", ".*utiltest.*"))
                .containsExactlyElementsOf(new TreeSet<>(RECORDINGS.keySet()));
        RECORDINGS.forEach((recording, expected) -> {
            octoPrint.reply(OctoPrintDouble.SERVER, recording);
            octoPrint.reply(OctoPrintDouble.NAME, recording);
            assertThat(List.of(said(this::requested), said(() -> "" + tests.resolves("n"))))
                    .as(recording)
                    .isEqualTo(expected);
        });
    }

    private String requested() throws PrinterApiException {
        ConnectionTests.Reply reply = tests.request("http://x/", DEADLINE);
        return reply.status() + " " + reply.mediaType();
    }

    private interface Question {
        String ask() throws PrinterApiException;
    }

    private static String said(Question question) {
        try {
            return question.ask();
        } catch (PrinterApiException e) {
            return e.problem().name();
        }
    }
}
