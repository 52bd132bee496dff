package dev.linkscope.witness;

import static dev.linkscope.witness.FaultyServer.answering;
import static dev.linkscope.witness.FaultyServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.support.TestCertificates;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real server on loopback for each way to fail. */
@Timeout(60)
class ServerProbeTest {
    private static final String JSON = "application/json";

    private static String look(int port, Duration deadline) {
        return Looks.atServer(
                "http://127.0.0.1:" + port,
                InetAddress::getAllByName,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                deadline);
    }

    private static String lookAt(FaultyServer.Behaviour behaviour) throws Exception {
        try (var server = FaultyServer.plain(behaviour)) {
            return look(server.port(), Looks.PATIENCE);
        }
    }

    private static String lookShortlyAt(FaultyServer.Behaviour behaviour) throws Exception {
        try (var server = FaultyServer.plain(behaviour)) {
            return look(server.port(), Looks.DEADLINE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401 Unauthorized, application/json, {}, ok",
        "403 Forbidden, application/json, {\"detail\": 1}, ok",
        "200 OK, application/json, [], ok",
        "200 OK, text/html, <html>, response.captive_portal",
        "200 OK, text/plain, <html>, response.captive_portal",
        "200 OK, text/plain, hello, response.wrong_content",
        "401 Unauthorized, text/plain, no, response.http_4xx",
        "403 Forbidden, text/html, <html>, rest 60",
        "429 Too Many Requests, application/json, {}, rest 60",
        "404 Not Found, application/json, {}, response.not_found",
        "400 Bad Request, application/json, {}, response.http_4xx",
        "502 Bad Gateway, text/html, <html>, response.http_5xx",
        "511 Network Authentication Required, text/html, <html>, response.captive_portal"
    })
    void judgesAnswersAsTheAgentDoes(String status, String type, String body, String expected)
            throws Exception {
        assertThat(lookAt(answering(reply(status, type, body)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/elsewhere, response.redirect",
        "/login/, response.redirect",
        "http://portal.invalid/, response.wrong_server"
    })
    void tellsRedirectsApart(String location, String expected) throws Exception {
        assertThat(lookAt(answering("HTTP/1.1 302 F\r\nLocation: " + location + "\r\n\r\n")))
                .isEqualTo(expected);
    }

    @Test
    void readsBodiesInChunksAndNoticesThoseCutOff() throws Exception {
        String head = "HTTP/1.1 401 No\r\nContent-Type: application/json\r\n";
        String chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
        assertThat(lookAt(answering(chunked + "1\r\n{\r\n1;x=y\r\n}\r\n0\r\n\r\n")))
                .isEqualTo("ok");
        assertThat(lookAt(answering(chunked + "5\r\n{"))).isEqualTo("body.cut_off");
        assertThat(lookAt(answering(chunked + "-1\r\n{}"))).isEqualTo("body.garbage");
        assertThat(lookAt(answering(head + "Content-Length: 9\r\n\r\n{")))
                .isEqualTo("body.cut_off");
        assertThat(lookAt(answering(head + "\r\n{}"))).as("to the end").isEqualTo("ok");
    }

    @ParameterizedTest
    @CsvSource({"'', request.closed", "SSH-2.0-x, request.garbage", "HTTP/1.1 x, request.closed"})
    void noticesWhoSpeaksNoHttp(String words, String expected) throws Exception {
        assertThat(lookAt(answering(words))).isEqualTo(expected);
        assertThat(lookAt(answering("HTTP/1.1 no\r\n\r\n"))).isEqualTo("request.garbage");
    }

    @Test
    void aHeadWithoutEndIsGarbage() throws Exception {
        assertThat(lookAt(answering("HTTP/1.1 200 OK\r\nX: " + "a".repeat(70_000))))
                .isEqualTo("request.garbage");
    }

    @Test
    void refusedResetAndSilent() throws Exception {
        int unused;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = free.getLocalPort();
        }
        assertThat(look(unused, Looks.PATIENCE)).isEqualTo("connect.refused");
        assertThat(
                        lookAt((server, client) -> {
                            server.readRequest(client);
                            client.setSoLinger(true, 0);
                            client.close();
                        }))
                .isEqualTo("request.reset");
        assertThat(lookShortlyAt((server, client) -> Thread.sleep(5_000)))
                .isEqualTo("request.timeout");
    }

    @Test
    void whoDripsDoesNotOutliveTheDeadline() throws Exception {
        long begun = System.nanoTime();
        assertThat(
                        lookShortlyAt((server, client) -> {
                            var out = client.getOutputStream();
                            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
                            for (int i = 0; i < 500; i++) {
                                out.write('a');
                                out.flush();
                                Thread.sleep(10);
                            }
                        }))
                .isEqualTo("request.timeout");
        assertThat(System.nanoTime() - begun).isLessThan(3_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "good, ok",
        "expired, tls.cert_expired",
        "not_yet_valid, tls.cert_not_yet_valid",
        "wrong_host, tls.cert_wrong_host",
        "untrusted, tls.cert_untrusted"
    })
    void namesWhatIsWrongWithACertificate(String certificate, String expected) throws Exception {
        try (var server =
                FaultyServer.secured(certificate, answering(reply("401 No", JSON, "{}")))) {
            assertThat(
                            Looks.atServer(
                                    "https://localhost:" + server.port(),
                                    _ -> new InetAddress[] {Looks.HERE},
                                    TestCertificates.sockets(),
                                    Looks.PATIENCE))
                    .isEqualTo(expected);
        }
    }

    @Test
    void tlsThatIsNone() throws Exception {
        try (var shy = FaultyServer.plain((server, client) -> client.close());
                var silent = FaultyServer.plain((server, client) -> Thread.sleep(5_000))) {
            assertThat(overTls(silent, Looks.DEADLINE)).isEqualTo("tls.timeout");
            assertThat(overTls(shy, Looks.PATIENCE)).isIn("tls.closed", "tls.reset");
        }
        try (var plain =
                FaultyServer.plain((server, client) -> {
                    client.getOutputStream().write("HTTP/1.1 400 Bad\r\n\r\n".getBytes("ASCII"));
                    Thread.sleep(1_000);
                })) {
            assertThat(overTls(plain, Looks.PATIENCE)).isEqualTo("tls.not_tls");
        }
    }

    private static String overTls(FaultyServer server, Duration deadline) throws Exception {
        return Looks.atServer(
                "https://localhost:" + server.port(),
                _ -> new InetAddress[] {Looks.HERE},
                TestCertificates.sockets(),
                deadline);
    }

    @Test
    void sendsNeitherLoginNorToken() throws Exception {
        try (var server = FaultyServer.plain(answering(reply("401 No", JSON, "{}")))) {
            String url = "http://me:secret@127.0.0.1:" + server.port() + "/base/?key=secret";
            assertThat(
                            Looks.atServer(
                                    url,
                                    InetAddress::getAllByName,
                                    TestCertificates.sockets(),
                                    Looks.PATIENCE))
                    .isEqualTo("ok");
            assertThat(server.requests().getFirst())
                    .startsWith("GET /base/api/v1/octo/printer/ HTTP/1.1\r\n")
                    .contains("Host: 127.0.0.1:" + server.port() + "\r\n")
                    .contains("User-Agent: Linkscope/test\r\n")
                    .doesNotContain("secret", "Authorization");
        }
    }

    @Test
    void triesTheNextAddress() throws Exception {
        try (var server = FaultyServer.plain(answering(reply("401 No", JSON, "{}")))) {
            InetAddress closed = InetAddress.ofLiteral("127.9.9.9");
            assertThat(
                            Looks.atServer(
                                    "http://two.test:" + server.port(),
                                    _ -> new InetAddress[] {closed, Looks.HERE},
                                    TestCertificates.sockets(),
                                    Looks.PATIENCE))
                    .isEqualTo("ok");
        }
    }

    @Test
    void aNameIsUnknownOrNotToldOrLate() throws Exception {
        assertThat(named("x.test: Name or service not known")).isEqualTo("dns.nxdomain");
        assertThat(named("x.test: Temporary failure in name resolution"))
                .isEqualTo("dns.dns_failed");
        var release = new CountDownLatch(1);
        var asked = new AtomicInteger();
        var names =
                new NameLookup(host -> {
                    asked.incrementAndGet();
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        throw new UnknownHostException(host);
                    }
                    return new InetAddress[] {Looks.HERE};
                });
        Probe lookup = attempt -> names.find("slow.test", attempt);
        assertThat(Looks.at(lookup)).endsWith(".timeout");
        assertThat(Looks.at(lookup)).as("waits for the same lookup").endsWith(".timeout");
        assertThat(asked).hasValue(1);
        release.countDown();
        assertThat(Looks.at(lookup)).isEqualTo("ok");
    }

    private static String named(String message) throws Exception {
        return Looks.atServer(
                "http://x.test",
                _ -> {
                    throw new UnknownHostException(message);
                },
                TestCertificates.sockets(),
                Looks.PATIENCE);
    }
}
