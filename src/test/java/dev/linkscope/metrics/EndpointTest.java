package dev.linkscope.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linkscope.domain.Statement;
import dev.linkscope.ui.FakeSnapshots;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The endpoint as clients see it, over real sockets. */
@Timeout(60)
class EndpointTest {
    private static final InetSocketAddress ANY_PORT =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir private static Path folder;
    private static KeyPairFiles pair;

    private final MadeUpFarm made = new MadeUpFarm();
    private final AtomicReference<Statement> problem = new AtomicReference<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(MadeUpFarm.NOW);

    @BeforeAll
    static void makeKeys() throws Exception {
        pair = new KeyPairFiles(folder);
    }

    private Endpoint open(Access access) throws EndpointException {
        return Endpoint.open(
                access,
                made.metrics(),
                new HealthCheck(made.farm, problem::get, Statement::key, now::get));
    }

    private Endpoint open() throws EndpointException {
        return open(new Access(ANY_PORT, null));
    }

    private static HttpResponse<byte[]> get(Endpoint endpoint, String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri("http", endpoint, path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static URI uri(String scheme, Endpoint endpoint, String path) {
        return URI.create(scheme + "://127.0.0.1:" + endpoint.address().getPort() + path);
    }

    /** Sends bytes as they are and returns the first line of the answer. */
    private static String raw(Endpoint endpoint, String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", endpoint.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String type(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    @Test
    void speaksTheFormatThatIsAskedFor() throws Exception {
        try (Endpoint endpoint = open()) {
            HttpResponse<byte[]> plain = get(endpoint, "/metrics");
            assertThat(plain.statusCode()).isEqualTo(200);
            assertThat(type(plain)).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
            assertThat(Exposition.read(text(plain)).value("linkscope_printers")).isEqualTo(4);
            HttpResponse<byte[]> open =
                    get(
                            endpoint,
                            "/metrics",
                            "Accept",
                            "application/vnd.google.protobuf;q=0.6,"
                                    + "application/openmetrics-text;version=1.0.0;q=0.5");
            assertThat(type(open)).startsWith("application/openmetrics-text; version=1.0.0");
            assertThat(text(open)).endsWith("# EOF\n");
        }
    }

    @Test
    void packsWhatMayBePacked() throws Exception {
        try (Endpoint endpoint = open()) {
            HttpResponse<byte[]> packed = get(endpoint, "/metrics", "Accept-Encoding", "gzip");
            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
                Exposition.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void answersReadersAloneAndTwoAddressesAlone() throws Exception {
        try (Endpoint endpoint = open()) {
            assertThat(
                            raw(
                                    endpoint,
                                    "HEAD /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .contains(" 200 ");
            assertThat(
                            raw(
                                    endpoint,
                                    "POST /metrics HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n"
                                            + "Connection: close\r\n\r\nab"))
                    .contains(" 405 ");
            assertThat(get(endpoint, "/metrics/../etc/passwd").statusCode()).isEqualTo(404);
            assertThat(get(endpoint, "/").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aPageThatNamesThisComputerAfterItselfReadsNothing() throws Exception {
        try (Endpoint endpoint = open()) {
            for (String host :
                    new String[] {"evil.example", "127.0.0.1.evil.example:80", "localhost.evil"}) {
                assertThat(raw(endpoint, request(host))).as(host).contains(" 421 ");
            }
            for (String host : new String[] {"127.0.0.1:9817", "localhost", "[::1]:80"}) {
                assertThat(raw(endpoint, request(host))).as(host).contains(" 200 ");
            }
            assertThat(raw(endpoint, "GET /healthz HTTP/1.0\r\n\r\n")).contains(" 421 ");
        }
    }

    private static String request(String host) {
        return "GET /healthz HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    }

    @Test
    void isIllWhenNothingCanBeStored() throws Exception {
        try (Endpoint endpoint = open()) {
            HttpResponse<byte[]> fine = get(endpoint, "/healthz");
            assertThat(fine.statusCode()).isEqualTo(200);
            JsonNode page = JsonMapper.shared().readTree(fine.body());
            assertThat(page.path("status").stringValue()).isEqualTo("ok");
            assertThat(page.path("printers").intValue()).isEqualTo(4);
            assertThat(page.path("connected").intValue()).isEqualTo(3);
            assertThat(page.path("failed").intValue()).isEqualTo(1);
            assertThat(page.path("storeProblem").isNull()).isTrue();
            problem.set(Statement.of("store.full", "history.db"));
            HttpResponse<byte[]> ill = get(endpoint, "/healthz");
            assertThat(ill.statusCode()).isEqualTo(503);
            assertThat(text(ill)).contains("\"failing\"", "store.full");
        }
    }

    @Test
    void isIllWhenNoSessionShowsAnythingForLong() throws Exception {
        try (Endpoint endpoint = open()) {
            now.set(MadeUpFarm.NOW.plus(HealthCheck.LONG));
            assertThat(get(endpoint, "/healthz").statusCode()).isEqualTo(200);
            now.set(MadeUpFarm.NOW.plus(HealthCheck.LONG).plusMillis(1));
            assertThat(get(endpoint, "/healthz").statusCode()).isEqualTo(503);
            // One that will try again in a while is at work.
            made.farm.put(
                    FakeSnapshots.waiting(
                            FakeSnapshots.printer("Voron-08"), now.get().plusSeconds(20)));
            assertThat(get(endpoint, "/healthz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTakenPortIsSaid() throws Exception {
        try (Endpoint endpoint = open()) {
            assertThatExceptionOfType(EndpointException.class)
                    .isThrownBy(() -> open(new Access(endpoint.address(), null)))
                    .satisfies(e -> assertThat(e.problem().key()).isEqualTo("watch.listen.taken"));
        }
    }

    @Test
    void beyondThisComputerTheTokenIsNeeded() throws Exception {
        var access = new Access(ANY_PORT, new Access.Protection(pair.certificate, pair.key, TOKEN));
        assertThat(access.toString()).doesNotContain(TOKEN);
        try (Endpoint endpoint = open(access);
                HttpClient client =
                        HttpClient.newBuilder()
                                .sslContext(pair.trusting())
                                .connectTimeout(Duration.ofSeconds(10))
                                .build()) {
            var request = HttpRequest.newBuilder(uri("https", endpoint, "/metrics"));
            var asText = HttpResponse.BodyHandlers.ofString();
            HttpResponse<String> refused = client.send(request.build(), asText);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
            assertThat(refused.body()).doesNotContain("linkscope_");
            request.setHeader("Authorization", "Bearer " + TOKEN.replace('0', '1'));
            assertThat(client.send(request.build(), asText).statusCode()).isEqualTo(401);
            request.setHeader("Authorization", "Bearer " + TOKEN);
            HttpResponse<String> read = client.send(request.build(), asText);
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(Exposition.read(read.body()).value("linkscope_printers")).isEqualTo(4);
        }
    }

    @Test
    void filesThatAreNoKeyAreSaid() throws Exception {
        Path old = Files.writeString(folder.resolve("old.pem"), "-----BEGIN RSA PRIVATE KEY-----");
        assertProblem("watch.tls.key", pair.certificate, old);
        assertProblem("watch.tls.key", pair.certificate, pair.certificate);
        assertProblem("watch.tls.certificate", pair.key, pair.key);
        assertProblem("watch.tls.certificate", folder.resolve("missing"), pair.key);
    }

    private void assertProblem(String key, Path certificate, Path secret) {
        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() ->
                        open(
                                new Access(
                                        ANY_PORT,
                                        new Access.Protection(certificate, secret, TOKEN))))
                .satisfies(e -> assertThat(e.problem().key()).isEqualTo(key));
    }
}
