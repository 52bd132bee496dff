package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ssh.testkit.SshServerSetup;
import dev.linkscope.ssh.testkit.TestSshServer;
import dev.linkscope.support.NamedThreads;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens on a connection that stands, and how it ends. */
class ConnectionTest extends SshTestCase {
    /** The name that JSch gives to the thread of a session. */
    private static final String SESSION_THREAD = "Connect thread 127.0.0.1";

    private TestSshServer server;

    @BeforeEach
    void start() throws Exception {
        options = options.withTrustNewHostKeys(true);
        server = closing(TestSshServer.start(home.resolve("server")));
    }

    private SshExec start(String command) throws Exception {
        return start(links(), target(server), LinkQuestions.NOBODY, command);
    }

    @Test
    void carriesBytesBothWaysAndTheExitCode() throws Exception {
        SshExec exec = start("cat; echo oops >&2; exit 7");
        byte[] sent = new byte[3_000_000];
        new java.util.Random(1).nextBytes(sent);
        Thread writer =
                NamedThreads.platform(
                        "writer",
                        () -> {
                            try (var out = exec.output()) {
                                out.write(sent);
                                out.flush();
                            } catch (java.io.IOException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        writer.start();

        assertThat(exec.input().readAllBytes()).isEqualTo(sent);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> Integer.valueOf(7).equals(exec.exitCode()));
        assertThat(exec.errorTail()).isEqualTo("oops\n");
    }

    @Test
    void missingCommandEndsWith127() throws Exception {
        SshExec exec = start("no-such-command-anywhere");

        assertThat(output(exec)).isEmpty();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> Integer.valueOf(127).equals(exec.exitCode()));
        assertThat(exec.errorTail()).contains("not found");
    }

    @Test
    void noisyLoginScriptComesBeforeTheOutput() throws Exception {
        Path other = Files.createDirectories(home.resolve("noisy"));
        Files.writeString(other.resolve(".bashrc"), "echo Welcome to OctoPi\n");
        TestSshServer noisy =
                closing(
                        TestSshServer.start(
                                home.resolve("server2"),
                                SshServerSetup.STANDARD.withEnvironment(
                                        Map.of("HOME", other.toString()))));

        String output = output(start(links(), target(noisy), LinkQuestions.NOBODY, "echo ready"));

        assertThat(output).endsWith("ready\n");
    }

    @Test
    void cutEndsEverythingAtOnceOnBothSides() throws Exception {
        SshExec exec = start("echo begun; exec sleep 600");
        byte[] begun = exec.input().readNBytes(6);
        assertThat(new String(begun, StandardCharsets.US_ASCII)).isEqualTo("begun\n");
        AtomicInteger end = new AtomicInteger();
        Thread reader =
                NamedThreads.virtual(
                        "reader",
                        () -> {
                            try {
                                end.set(exec.input().read());
                            } catch (java.io.IOException e) {
                                end.set(-2);
                            }
                        });
        reader.start();
        assertThat(ReachTest.hasThread(SESSION_THREAD)).isTrue();

        long before = System.nanoTime();
        exec.cut();
        exec.cut();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        assertThat(reader.join(Duration.ofSeconds(2))).isTrue();
        assertThat(end.get()).isNegative();
        await().atMost(Duration.ofSeconds(5)).until(() -> !ReachTest.hasThread(SESSION_THREAD));
        await().atMost(Duration.ofSeconds(5)).until(() -> server.connections() == 0);
        await().atMost(Duration.ofSeconds(5)).until(() -> server.sessions().isEmpty());
    }

    @Test
    void deadServerEndsTheStream() throws Exception {
        SshExec exec = start("echo begun; exec sleep 600");
        exec.input().readNBytes(6);

        server.close();

        assertThat(exec.input().read()).isEqualTo(-1);
        assertThat(exec.exitCode()).isNull();
    }

    @Test
    void fiftyLinksAtOnce() throws Exception {
        SshLinks links = links();
        ConcurrentLinkedQueue<String> outputs = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String word = "link" + i;
            callers.add(
                    NamedThreads.virtual(
                            word,
                            () -> {
                                try {
                                    SshExec exec =
                                            links.commands(target(server), LinkQuestions.NOBODY)
                                                    .start("echo " + word, ConnectProgress.NONE);
                                    outputs.add(output(exec).strip());
                                    exec.cut();
                                } catch (Exception e) {
                                    failures.add(e);
                                }
                            }));
        }
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            assertThat(caller.join(Duration.ofSeconds(50))).isTrue();
        }

        assertThat(failures).isEmpty();
        assertThat(outputs).hasSize(50).doesNotHaveDuplicates();
        assertThat(Files.readAllLines(knownHosts())).hasSize(1);
        await().atMost(Duration.ofSeconds(5)).until(() -> !ReachTest.hasThread(SESSION_THREAD));
    }
}
