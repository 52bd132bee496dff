package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ssh.testkit.Answers;
import dev.linkscope.ssh.testkit.FakeServer;
import dev.linkscope.ssh.testkit.SshServerSetup;
import dev.linkscope.ssh.testkit.TestKeys;
import dev.linkscope.ssh.testkit.TestSshServer;
import dev.linkscope.support.NamedThreads;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies between here and the login. */
class ReachTest extends SshTestCase {
    private static Target.Ssh local(int port) {
        return new Target.Ssh("127.0.0.1", port, "pi", null);
    }

    private LinkException failure(FakeServer server) throws Exception {
        closing(server);
        return failure(local(server.port()), LinkQuestions.NOBODY);
    }

    @Test
    void unknownName() {
        LinkException e =
                failure(
                        new Target.Ssh("no-such-host.invalid", null, "pi", null),
                        LinkQuestions.NOBODY);

        assertFailure(e, FailureCode.NAME_UNKNOWN, ConnectStep.RESOLVE);
        assertThat(e.failure().args()).containsExactly("no-such-host.invalid");
    }

    @Test
    void closedPort() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        LinkException e = failure(local(port), LinkQuestions.NOBODY);

        assertFailure(e, FailureCode.CONNECTION_REFUSED, ConnectStep.REACH);
        assertThat(e.failure().args()).containsExactly("127.0.0.1:" + port, Integer.toString(port));
    }

    @Test
    void noAnswer() throws Exception {
        // A full queue makes Linux drop further connections, like a host that is off.
        ServerSocket full = closing(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        for (int i = 0; i < 4; i++) {
            SocketChannel filler = closing(SocketChannel.open());
            filler.configureBlocking(false);
            filler.connect(full.getLocalSocketAddress());
        }

        LinkException e = failure(local(full.getLocalPort()), LinkQuestions.NOBODY);

        assertFailure(e, FailureCode.UNREACHABLE, ConnectStep.REACH);
        assertThat(e.failure().args().get(1)).isEqualTo("127.0.0.1");
    }

    @Test
    void webServer() throws Exception {
        LinkException e = failure(FakeServer.web());

        assertFailure(e, FailureCode.NOT_SSH, ConnectStep.REACH);
        assertThat(e.failure().args().get(2)).startsWith("HTTP/1.1 400 Bad Request");
    }

    @Test
    void silence() throws Exception {
        LinkException e = failure(FakeServer.silent());

        assertFailure(e, FailureCode.NOT_SSH, ConnectStep.REACH);
        assertThat(e.failure().args().get(2)).isEmpty();
    }

    @Test
    void silenceOfAHostThatWasSshBeforeMayPass() throws Exception {
        FakeServer server = closing(FakeServer.silent());
        know(
                "[127.0.0.1]:" + server.port(),
                TestKeys.publicLine(TestKeys.make(home.resolve("k"), "ecdsa", null)));

        LinkException e = failure(local(server.port()), LinkQuestions.NOBODY);

        assertFailure(e, FailureCode.LINK_SILENT, ConnectStep.REACH);
        assertThat(e.failure().code().retryable()).isTrue();
    }

    @Test
    void endlessTalkIsNotListenedTo() throws Exception {
        assertFailure(failure(FakeServer.endless()), FailureCode.NOT_SSH, ConnectStep.REACH);
    }

    @Test
    void closedAtOnce() throws Exception {
        assertFailure(failure(FakeServer.closing()), FailureCode.LINK_BROKEN, ConnectStep.REACH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Not allowed at this time\r\n", "Exceeded MaxStartups\r\n"})
    void turnedAway(String text) throws Exception {
        LinkException e = failure(FakeServer.saying(text));

        assertFailure(e, FailureCode.LOCKED_OUT, ConnectStep.REACH);
        assertThat(e.failure().args().get(1)).isEqualTo(text.strip());
        assertThat(e.failure().code().retryable()).isTrue();
    }

    @Test
    void versionAndThenNothing() throws Exception {
        assertFailure(
                failure(FakeServer.saying("SSH-2.0-OpenSSH_9.2p1\r\n")),
                FailureCode.LINK_BROKEN,
                ConnectStep.HOST_KEY);
    }

    @Test
    void noCommonAlgorithm() throws Exception {
        TestSshServer server =
                closing(
                        TestSshServer.start(
                                home.resolve("server"),
                                SshServerSetup.STANDARD.withSshdLines(
                                        "KexAlgorithms diffie-hellman-group1-sha1")));
        Assumptions.assumeTrue(server.kind().equals("OpenSSH"), "only OpenSSH is configured here");

        LinkException e = failure(target(server), Answers.accepting());

        assertFailure(e, FailureCode.NOT_SSH, ConnectStep.HOST_KEY);
        assertThat(e.failure().args().get(2)).startsWith("OpenSSH");
    }

    @Test
    void hostNamesThatCouldBeOptionsNeverReachAnything() {
        for (String host : new String[] {"-oProxyCommand=x", "a b", "a\nb", ""}) {
            assertFailure(
                    failure(new Target.Ssh(host, null, "pi", null), LinkQuestions.NOBODY),
                    FailureCode.BAD_ADDRESS,
                    ConnectStep.RESOLVE);
        }
    }

    @Test
    void interruptCancelsAtOnce() throws Exception {
        FakeServer server = closing(FakeServer.silent());
        AtomicReference<LinkException> thrown = new AtomicReference<>();
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        SshLinks links = links();
        Thread caller =
                NamedThreads.platform(
                        "caller",
                        () -> {
                            try {
                                links.commands(local(server.port()), LinkQuestions.NOBODY)
                                        .start("true", ConnectProgress.NONE);
                            } catch (LinkException e) {
                                thrown.set(e);
                                stillInterrupted.set(Thread.currentThread().isInterrupted());
                            }
                        });
        caller.start();
        await().atMost(Duration.ofSeconds(5)).until(() -> server.accepted() == 1);

        caller.interrupt();

        assertThat(caller.join(Duration.ofSeconds(1))).isTrue();
        assertThat(thrown.get().failure().code()).isEqualTo(FailureCode.CANCELLED);
        assertThat(thrown.get().step()).isEqualTo(ConnectStep.REACH);
        assertThat(stillInterrupted).isTrue();
        await().atMost(Duration.ofSeconds(2)).until(() -> !hasThread("ssh-connect 127.0.0.1"));
    }

    @Test
    void interruptEndsAQuestionToo() throws Exception {
        TestSshServer server = closing(TestSshServer.start(home.resolve("server")));
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        LinkQuestions thinking =
                new LinkQuestions() {
                    @Override
                    public boolean acceptHostKey(HostKey key) {
                        asked.countDown();
                        try {
                            never.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        return false;
                    }

                    @Override
                    public char[] secret(SecretQuestion question) {
                        return null;
                    }
                };
        AtomicReference<LinkException> thrown = new AtomicReference<>();
        SshLinks links = links();
        Thread caller =
                NamedThreads.platform(
                        "caller",
                        () -> {
                            try {
                                links.commands(target(server), thinking)
                                        .start("true", ConnectProgress.NONE);
                            } catch (LinkException e) {
                                thrown.set(e);
                            }
                        });
        caller.start();
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        caller.interrupt();

        assertThat(caller.join(Duration.ofSeconds(1))).isTrue();
        assertThat(thrown.get().failure().code()).isEqualTo(FailureCode.CANCELLED);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> !hasThread("ssh-connect 127.0.0.1") && server.connections() == 0);
    }

    static boolean hasThread(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith(prefix));
    }
}
