package dev.linkscope.octoprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.octoprint.RawServer.Answer;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Servers that mean no good cost bounded time and memory, and end as a problem. */
@Timeout(60)
class HostileRepliesTest {
    private static final String KEY = "canary-R5GZCd85jxU3";
    private static final byte[] FILLING = new byte[64 * 1024];

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Level before = root.getLevel();
    private RawServer server;
    private OctoPrintHttp http;

    @BeforeEach
    void start() throws Exception {
        Arrays.fill(FILLING, (byte) ' ');
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        server = new RawServer();
        http = new OctoPrintHttp(server.url(), KEY.toCharArray(), null);
    }

    @AfterEach
    void stop() throws Exception {
        http.close();
        server.close();
        root.detachAppender(log);
        root.setLevel(before);
        assertThat(log.list)
                .allSatisfy(event -> {
                    assertThat(event.getFormattedMessage()).doesNotContain("canary");
                    if (event.getThrowableProxy() != null) {
                        assertThat(ThrowableProxyUtil.asString(event.getThrowableProxy()))
                                .doesNotContain("canary");
                    }
                });
    }

    private Problem problem() {
        PrinterApiException e =
                catchThrowableOfType(PrinterApiException.class, () -> http.get("/api/version"));
        assertThat(e).isNotNull();
        assertThat(e.toString() + e.getCause()).doesNotContain("canary");
        return e.problem();
    }

    private static void endless(OutputStream out, String head, byte[] filling) throws Exception {
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        while (true) {
            out.write(filling);
        }
    }

    @Test
    void endlessBody() {
        server.otherwise(out -> endless(out, "HTTP/1.1 200 OK\r\n\r\n", FILLING));
        assertThat(problem()).isEqualTo(Problem.GARBAGE);
    }

    @Test
    void hugeBodyThatIsAnnounced() {
        server.otherwise(
                Answer.text("HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\n{}"));
        assertThat(problem()).isEqualTo(Problem.GARBAGE);
    }

    @Test
    void endlessHeaders() {
        byte[] header = "X-More: and more\r\n".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        server.otherwise(out -> endless(out, "HTTP/1.1 200 OK\r\n", header));
        assertThat(problem()).isEqualTo(Problem.GARBAGE);
    }

    @Test
    void endlessStatusLine() {
        server.otherwise(out -> endless(out, "HTTP/1.1 200 ", FILLING));
        assertThat(problem()).isEqualTo(Problem.GARBAGE);
    }

    @Test
    void zipBomb() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 4_096; i++) {
                zip.write(FILLING);
            }
        }
        server.otherwise(out -> {
            out.write(
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(packed.toByteArray());
        });
        assertThat(problem()).isEqualTo(Problem.GARBAGE);
        assertThat(http.text("/log", HostileRepliesTest::length)).isEqualTo(32L << 20);
    }

    @Test
    void endlessText() throws Exception {
        server.otherwise(out -> endless(out, "HTTP/1.1 200 OK\r\n\r\n", FILLING));
        assertThat(http.text("/log", HostileRepliesTest::length)).isEqualTo(32L << 20);
    }

    private static long length(java.io.Reader reader) throws java.io.IOException {
        char[] some = new char[64 * 1024];
        long length = 0;
        for (int count = reader.read(some); count >= 0; count = reader.read(some)) {
            length += count;
        }
        return length;
    }

    @Test
    void bytesThatDribble() {
        server.otherwise(out -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(' ');
                Thread.sleep(200);
            }
        });
        long begun = System.nanoTime();
        assertThat(problem()).isEqualTo(Problem.UNREACHABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(25));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}{",
                "nonsense",
                "<html>",
                "",
                "{\"a\":1e999999999}x",
                "\u0000\u0000\u0000"
            })
    void noJson(String body) {
        server.otherwise(Answer.text("HTTP/1.1 200 OK\r\n\r\n" + body));
        assertThat(problem()).isEqualTo(Problem.GARBAGE);
    }

    @Test
    void deepJson() {
        server.otherwise(Answer.text("HTTP/1.1 200 OK\r\n\r\n" + "[".repeat(2_000_000)));
        assertThat(problem()).isEqualTo(Problem.GARBAGE);
    }

    @Test
    void headersWithNonsense() {
        for (String head :
                new String[] {
                    "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nContent-Length: x\r\nContent-Length: 7\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n",
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nno gzip at all",
                    "HTTP/1.1 200 OK\r\nContent-Type: ;;;\u0000\r\n: empty\r\n\r\n",
                    "HTTP/1.1 999999999999 OK\r\n\r\n",
                    "HTTP/9.9 200 OK\r\n\r\n",
                    "HTTP/1.1 100 Continue\r\n\r\n".repeat(500),
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
                    "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello",
                    "\r\n\r\n\r\n"
                }) {
            server.otherwise(Answer.text(head));
            assertThat(problem()).as(head).isIn(Problem.GARBAGE, Problem.UNREACHABLE);
        }
    }

    @Test
    void randomBytes() {
        var random = new Random(20261122);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(600)];
            random.nextBytes(bytes);
            if (i % 3 > 0) {
                byte[] head =
                        (i % 3 == 1 ? "HTTP/1.1 " : "HTTP/1.1 200 OK\r\n")
                                .getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(head, 0, bytes, 0, Math.min(head.length, bytes.length));
            }
            server.otherwise(Answer.bytes(bytes));
            assertThat(problem()).isIn(Problem.GARBAGE, Problem.UNREACHABLE);
        }
    }

    @Test
    void recordingsThatAreDamaged() {
        var random = new Random(1122);
        byte[] whole = Recorded.bytes("op111-settings-linked.http");
        for (int i = 0; i < 200; i++) {
            byte[] bytes = Arrays.copyOf(whole, random.nextInt(whole.length));
            for (int j = 0; j < 20 && bytes.length > 0; j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            server.otherwise(Answer.bytes(bytes));
            problem();
        }
    }

    @Test
    void theKeyShowsNowhere() {
        assertThat(http.toString() + new ApiKey(KEY.toCharArray())).doesNotContain("canary");
        Reply reply = new Reply(200, okio.ByteString.encodeUtf8("{\"api_key\":\"canary\"}"), null);
        assertThat(reply.toString()).doesNotContain("canary");
    }
}
