package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.engine.port.Tunnel;
import dev.linkscope.octoprint.OctoPrintHttp;
import dev.linkscope.ssh.testkit.Answers;
import dev.linkscope.ssh.testkit.SshServerSetup;
import dev.linkscope.ssh.testkit.TestSshServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sockets through a real SSH server. */
class TunnelTest extends SshTestCase {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private TestSshServer server;
    private ServerSocket far;

    @BeforeEach
    void start() throws Exception {
        server = closing(TestSshServer.start(home.resolve("server")));
        far = closing(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
        options = options.withTrustNewHostKeys(true);
    }

    private Tunnel tunnel() throws Exception {
        return closing(links().tunnel(target(server), LinkQuestions.NOBODY));
    }

    private Socket connect(Tunnel tunnel) throws IOException {
        Socket socket = closing(tunnel.connect("127.0.0.1", far.getLocalPort(), PATIENCE));
        socket.setSoTimeout(10_000);
        return socket;
    }

    private Socket accepted() throws IOException {
        far.setSoTimeout(5_000);
        Socket socket = closing(far.accept());
        socket.setSoTimeout(10_000);
        return socket;
    }

    @Test
    void webServerOnLoopbackIsReachedByTheNameOfTheFarEnd() throws Exception {
        HttpServer web = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        byte[] body =
                ("{\"big\":\"" + "x".repeat(1_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        web.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        web.start();
        closing(() -> web.stop(0));

        // No resolver is asked here: "localhost" reaches the far end as a name.
        var url = new TargetUrl("http://localhost:" + web.getAddress().getPort());
        try (var http = new OctoPrintHttp(url, new char[0], tunnel())) {
            for (int i = 0; i < 5; i++) {
                assertThat(http.get("/api/version").path("big").asString()).hasSize(1_000_000);
            }
        }
    }

    @Test
    void nothingListensThere() throws Exception {
        int free = far.getLocalPort();
        far.close();
        Tunnel tunnel = tunnel();

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> tunnel.connect("127.0.0.1", free, PATIENCE));
        try (var http =
                new OctoPrintHttp(new TargetUrl("http://127.0.0.1:" + free), new char[0], tunnel)) {
            assertThatExceptionOfType(PrinterApiException.class)
                    .isThrownBy(() -> http.get("/api/version"))
                    .matches(e -> e.problem() == Problem.UNREACHABLE);
        }
    }

    @Test
    void namesAreCheckedBeforeTheyAreSent() throws Exception {
        Tunnel tunnel = tunnel();
        for (String name : new String[] {"", "-x", "a b", "a\nb"}) {
            assertThatExceptionOfType(UnknownHostException.class)
                    .isThrownBy(() -> tunnel.connect(name, 80, PATIENCE));
        }
        assertThatIOException().isThrownBy(() -> tunnel.connect("x.invalid", 80, PATIENCE));
    }

    @Test
    void bothDirectionsCarryManyBytesAndEndOneByOne() throws Exception {
        Socket near = connect(tunnel());
        Socket there = accepted();
        byte[] much = new byte[3_000_000];
        new java.util.Random(1).nextBytes(much);
        var heard = new AtomicReference<byte[]>();
        Thread echo =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                heard.set(there.getInputStream().readAllBytes());
                                there.getOutputStream().write(heard.get());
                                there.shutdownOutput();
                            } catch (IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        });
        near.getOutputStream().write(much);
        near.shutdownOutput();

        assertThat(near.isOutputShutdown()).isTrue();
        assertThat(near.getInputStream().readAllBytes()).isEqualTo(much);
        assertThat(near.getInputStream().read()).isEqualTo(-1);
        echo.join();
        assertThat(heard.get()).isEqualTo(much);
        assertThatExceptionOfType(SocketException.class).isThrownBy(near::getOutputStream);
    }

    @Test
    void readsTimeOutAndGoOn() throws Exception {
        Socket near = connect(tunnel());
        Socket there = accepted();
        near.setSoTimeout(200);

        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> near.getInputStream().read());
        there.getOutputStream().write('x');
        near.setSoTimeout(5_000);
        assertThat(near.getInputStream().read()).isEqualTo('x');
    }

    @Test
    void closingWakesTheReaderAndTellsTheFarEnd() throws Exception {
        Socket near = connect(tunnel());
        Socket there = accepted();
        var end = new AtomicReference<Exception>();
        Thread reader =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                near.getInputStream().read();
                            } catch (IOException e) {
                                end.set(e);
                            }
                        });
        await().until(() -> reader.getState() == Thread.State.TIMED_WAITING);
        near.close();

        assertThat(reader.join(Duration.ofSeconds(2))).isTrue();
        assertThat(end.get()).isInstanceOf(SocketException.class);
        there.setSoTimeout(5_000);
        assertThat(there.getInputStream().read()).isEqualTo(-1);
        assertThat(near.isClosed()).isTrue();
        near.close();
    }

    @Test
    void inputThatNobodyWantsHoldsUpNothing() throws Exception {
        Tunnel tunnel = tunnel();
        Socket near = connect(tunnel);
        Socket there = accepted();
        near.shutdownInput();

        there.getOutputStream().write(new byte[2_000_000]);
        assertThat(near.isInputShutdown()).isTrue();
        near.getOutputStream().write('x');
        assertThat(there.getInputStream().read()).isEqualTo('x');
    }

    @Test
    void linkThatDiesEndsItsSockets() throws Exception {
        Tunnel tunnel = tunnel();
        Socket near = connect(tunnel);
        Socket there = accepted();
        there.getOutputStream().write('x');
        assertThat(near.getInputStream().read()).isEqualTo('x');

        server.close();

        assertThatExceptionOfType(SocketException.class)
                .isThrownBy(() -> near.getInputStream().read());
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThatIOException()
                                .isThrownBy(() -> near.getOutputStream().write(new byte[9])));
        assertThatIOException().isThrownBy(() -> connect(tunnel));
    }

    @Test
    void closingTheTunnelEndsItsSockets() throws Exception {
        Tunnel tunnel = tunnel();
        Socket near = connect(tunnel);
        accepted();
        tunnel.close();
        tunnel.close();

        assertThatIOException().isThrownBy(() -> near.getInputStream().read());
        await().atMost(PATIENCE).until(() -> server.connections() == 0);
    }

    @Test
    void callThatIsUnderWayWhenTheLinkDies() throws Exception {
        Tunnel tunnel = tunnel();
        var problem = new AtomicReference<Problem>();
        try (var http =
                new OctoPrintHttp(
                        new TargetUrl("http://127.0.0.1:" + far.getLocalPort()),
                        new char[0],
                        tunnel)) {
            Thread caller =
                    Thread.ofPlatform()
                            .start(() ->
                                    problem.set(
                                            catchThrowableOfType(
                                                            PrinterApiException.class,
                                                            () -> http.get("/api/version"))
                                                    .problem()));
            accepted();
            server.close();
            assertThat(caller.join(PATIENCE)).isTrue();
            assertThat(problem).hasValue(Problem.UNREACHABLE);
        }
    }

    @Test
    void serverThatForwardsNothing() throws Exception {
        TestSshServer closed =
                closing(
                        TestSshServer.start(
                                home.resolve("closed"),
                                SshServerSetup.STANDARD.withSshdLines("AllowTcpForwarding no")));
        Assumptions.assumeTrue(closed.kind().equals("OpenSSH"), "only OpenSSH is configured here");
        Tunnel tunnel = closing(links().tunnel(target(closed), LinkQuestions.NOBODY));

        assertThatIOException().isThrownBy(() -> connect(tunnel));
    }

    @Test
    void hostKeyAndLoginAreCheckedAsForTheAgent() throws Exception {
        options = options.withTrustNewHostKeys(false);
        LinkException unknown =
                catchThrowableOfType(
                        LinkException.class,
                        () -> links().tunnel(target(server), LinkQuestions.NOBODY));
        assertThat(unknown.failure().code()).isEqualTo(FailureCode.HOST_KEY_UNKNOWN);

        Answers answers = Answers.accepting();
        closing(links().tunnel(target(server), answers));
        assertThat(answers.hostKeys()).hasSize(1);
    }
}
