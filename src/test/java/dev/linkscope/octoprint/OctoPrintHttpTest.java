package dev.linkscope.octoprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.engine.port.Tunnel;
import dev.linkscope.octoprint.RawServer.Answer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

@Timeout(60)
class OctoPrintHttpTest {
    private static final String KEY = "canary-R5GZCd85jxU3";

    private RawServer server;
    private OctoPrintHttp http;

    @BeforeEach
    void start() throws Exception {
        server = new RawServer();
        http = new OctoPrintHttp(server.url(), KEY.toCharArray(), null);
    }

    @AfterEach
    void stop() throws Exception {
        http.close();
        server.close();
    }

    private Problem problem(String path) {
        return catchThrowableOfType(PrinterApiException.class, () -> http.get(path)).problem();
    }

    @Test
    void sendsTheKeyAndNoCookie() throws Exception {
        server.at(
                "/api/version",
                Answer.text(
                        "HTTP/1.1 200 OK\r\nSet-Cookie: session=1\r\n"
                                + "Content-Length: 2\r\n\r\n{}"));
        http.get("/api/version");
        http.get("/api/version");

        assertThat(server.requests())
                .hasSize(2)
                .allMatch(request -> request.contains("X-Api-Key: " + KEY))
                .noneMatch(request -> request.contains("Cookie"));
    }

    @Test
    void postsJson() throws Exception {
        server.at("/api/plugin/obico", Answer.recorded("op111-obico-linked-fresh.http"));
        var body = JsonNodeFactory.instance.objectNode().put("command", "get_plugin_status");

        assertThat(http.post("/api/plugin/obico", body).at("/error_stats/server").isObject())
                .isTrue();
        assertThat(server.requests().getFirst())
                .startsWith("POST /api/plugin/obico ")
                .contains("Content-Type: application/json")
                .endsWith("{\"command\":\"get_plugin_status\"}");
    }

    @Test
    void waitsForTheProxyThatTakesThreeSeconds() {
        byte[] page = Recorded.bytes("haproxy-octoprint-down-503.first-bytes.bin");
        server.otherwise(out -> {
            Thread.sleep(3_000);
            out.write(page);
        });
        assertThat(problem("/api/version")).isEqualTo(Problem.DOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:%d/elsewhere", "/elsewhere", "http://example.com/"})
    void followsNoRedirect(String place) {
        String where = place.formatted(server.port());
        server.at(
                "/api/version",
                Answer.text("HTTP/1.1 302 FOUND\r\nLocation: " + where + "\r\n\r\n"));
        assertThat(problem("/api/version")).isEqualTo(Problem.GARBAGE);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void nobodyThere() throws Exception {
        // Bound and not listened at: nobody else can take it, and whoever calls is refused.
        try (var port = new Socket()) {
            port.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            assertUnreachable("http://127.0.0.1:" + port.getLocalPort());
        }
    }

    @Test
    void nameThatNobodyKnows() {
        assertUnreachable("http://x.invalid");
    }

    private static void assertUnreachable(String url) {
        try (var other = new OctoPrintHttp(new TargetUrl(url), new char[0], null)) {
            assertThatExceptionOfType(PrinterApiException.class)
                    .isThrownBy(() -> other.get("/"))
                    .matches(e -> e.problem() == Problem.UNREACHABLE);
        }
    }

    @Test
    void keyThatCannotBeOneIsNotSent() {
        for (String odd : new String[] {"a\nb", "schlüssel", "a b", "x".repeat(513)}) {
            try (var other = new OctoPrintHttp(server.url(), odd.toCharArray(), null)) {
                assertThatExceptionOfType(PrinterApiException.class)
                        .isThrownBy(() -> other.get("/api/version"))
                        .matches(e -> e.problem() == Problem.WRONG_KEY);
            }
        }
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://octopi.local, true",
        "https://192.168.1.20:8443/octoprint/, true",
        "http://user:password@octopi.local, false",
        "http://octopi.local/?apikey=x, false",
        "ftp://octopi.local, false",
        "octopi.local, false"
    })
    void addressesThatMayBeUsed(String url, boolean usable) {
        assertThat(OctoPrintHttp.isUsable(new TargetUrl(url))).isEqualTo(usable);
    }

    @Test
    void keepsThePathOfTheAddress() throws Exception {
        server.at("/octoprint/api/version?a=b", Answer.recorded("op111-version.http"));
        try (var below =
                new OctoPrintHttp(
                        new TargetUrl(server.url().value() + "/octoprint/"),
                        KEY.toCharArray(),
                        null)) {
            assertThat(below.get("/api/version?a=b").path("server").asString()).isEqualTo("1.11.8");
        }
    }

    @Test
    void wizardThatIsNotFinished() {
        server.at("/plugin/appkeys/probe", Answer.text("HTTP/1.1 403 FORBIDDEN\r\n\r\n"))
                .at("/api/currentuser", Answer.recorded("op111-currentuser-badkey.http"))
                .otherwise(Answer.recorded("op111-version-badkey.http"));
        assertThat(problem("/api/version")).isEqualTo(Problem.NOT_SET_UP);
        assertThat(catchThrowableOfType(PrinterApiException.class, () -> http.user()).problem())
                .isEqualTo(Problem.NOT_SET_UP);
    }

    @Test
    void tellsWhoseKeyItIs() throws Exception {
        server.at("/api/currentuser", Answer.recorded("op111-currentuser-key.http"));
        assertThat(http.user().name()).isEqualTo("admin");
        assertThat(http.user().isAdmin()).isTrue();
        server.at("/api/currentuser", Answer.recorded("op111-currentuser-operator.http"));
        assertThat(http.user().isAdmin()).isFalse();
        assertThat(http.user().permissions()).contains("SETTINGS_READ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"op111-currentuser-badkey.http", "op193-currentuser-badkey.http"})
    void keyOfNobody(String recording) {
        server.at("/api/currentuser", Answer.recorded(recording));
        assertThatExceptionOfType(PrinterApiException.class)
                .isThrownBy(() -> http.user())
                .matches(e -> e.problem() == Problem.WRONG_KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "op111-obico-get-anon.http, true",
        "op193-obico-get-anon.http, true",
        "op111-plugin-get-not-installed-anon.http, false",
        "op1103-safemode-obico-get.http, false",
    })
    void looksForAPluginWithoutTheKey(String recording, boolean there) throws Exception {
        server.at("/api/plugin/obico", Answer.recorded(recording));
        assertThat(http.hasPlugin("obico")).isEqualTo(there);
        assertThat(server.requests()).noneMatch(request -> request.contains(KEY));
    }

    @Test
    void waitsUntilItRuns() throws Exception {
        var looks = new AtomicInteger();
        String[] way = {
            "haproxy-octoprint-down-503.first-bytes.bin",
            "op111-startup-intermediary-2.raw",
            "haproxy-octoprint-restart-2.raw",
            "op111-version.http"
        };
        server.at("/", Answer.recorded("op111-startup-root-2.raw"))
                .at("/api/version", out -> out.write(Recorded.bytes(way[looks.getAndIncrement()])));
        http.awaitStart(Duration.ofSeconds(30));
        assertThat(looks).hasValue(way.length);
    }

    @Test
    void waitsNoLongerThanAsked() {
        server.otherwise(Answer.recorded("haproxy-octoprint-down-503.first-bytes.bin"));
        assertThatExceptionOfType(PrinterApiException.class)
                .isThrownBy(() -> http.awaitStart(Duration.ofSeconds(3)))
                .matches(e -> e.problem() == Problem.DOWN);
        server.at("/api/version", Answer.recorded("op111-version-badkey.http"))
                .at("/api/currentuser", Answer.recorded("op111-currentuser-badkey.http"));
        assertThatExceptionOfType(PrinterApiException.class)
                .isThrownBy(() -> http.awaitStart(Duration.ofSeconds(30)))
                .matches(e -> e.problem() == Problem.WRONG_KEY);
    }

    @Test
    void connectsOnAThreadOfItsOwn() {
        var connecting = new AtomicReference<Thread>();
        var tunnel =
                new Tunnel() {
                    @Override
                    public Socket connect(String host, int port, Duration longest)
                            throws IOException {
                        connecting.set(Thread.currentThread());
                        throw new ConnectException();
                    }

                    @Override
                    public void close() {}
                };
        try (var other = new OctoPrintHttp(server.url(), new char[0], tunnel)) {
            assertThatExceptionOfType(PrinterApiException.class)
                    .isThrownBy(() -> other.get("/api/version"));
        }
        assertThat(connecting.get().getName()).startsWith("http ");
        assertThat(connecting.get().isVirtual()).isFalse();
    }

    @Test
    void anInterruptEndsACall() throws Exception {
        server.otherwise(out -> Thread.sleep(60_000));
        var problem = new AtomicReference<Problem>();
        Thread caller =
                Thread.ofPlatform()
                        .start(() -> {
                            problem.set(problem("/api/version"));
                            assertThat(Thread.interrupted()).isTrue();
                        });
        await().until(() -> !server.requests().isEmpty());
        caller.interrupt();
        assertThat(caller.join(Duration.ofSeconds(2))).isTrue();
        assertThat(problem).hasValue(Problem.CANCELLED);
    }

    @Test
    void closingEndsACallAndWipesTheKey() throws Exception {
        server.otherwise(out -> Thread.sleep(60_000));
        var problem = new AtomicReference<Problem>();
        Thread caller = Thread.ofPlatform().start(() -> problem.set(problem("/api/version")));
        await().until(() -> !server.requests().isEmpty());
        http.close();
        assertThat(caller.join(Duration.ofSeconds(2))).isTrue();
        assertThat(problem).hasValue(Problem.CANCELLED);
        assertThat(problem("/api/version")).isEqualTo(Problem.CANCELLED);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void readsATextAsItComes() throws Exception {
        server.at(
                "/downloads/logs/octoprint.log",
                Answer.text(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + "4\r\nab\n\u00ff\r\n3\r\ncd\n\r\n0\r\n\r\n"));
        String text =
                http.text(
                        "/downloads/logs/octoprint.log",
                        reader -> {
                            var all = new StringBuilder();
                            for (int c = reader.read(); c >= 0; c = reader.read()) {
                                all.append((char) c);
                            }
                            return all.toString();
                        });
        assertThat(text).isEqualTo("ab\n\ufffdcd\n");
    }

    @Test
    void textThatIsRefused() {
        server.at("/log", Answer.recorded("op111-settings-anon.http"))
                .at("/api/currentuser", Answer.recorded("op111-currentuser-operator.http"));
        assertThatExceptionOfType(PrinterApiException.class)
                .isThrownBy(() -> http.text("/log", reader -> reader.read()))
                .matches(e -> e.problem() == Problem.NO_PERMISSION);
    }

    @Test
    void silentPortIsGivenUp() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var other =
                        new OctoPrintHttp(
                                new TargetUrl("http://127.0.0.1:" + silent.getLocalPort()),
                                KEY.toCharArray(),
                                null)) {
            assertThatExceptionOfType(PrinterApiException.class)
                    .isThrownBy(() -> other.get("/api/version"))
                    .matches(e -> e.problem() == Problem.UNREACHABLE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
