package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.linkscope.bench.BenchReport;
import dev.linkscope.bench.Watch;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ssh.testkit.TestSshServer;
import dev.linkscope.support.NamedThreads;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** What many links at once cost, with the server on the same computer. */
@Tag("bench")
class SshBench extends SshTestCase {
    private static final Duration STREAMING = Duration.ofSeconds(5);

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void linksAtOnce() throws Exception {
        options = options.withTrustNewHostKeys(true);
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        TestSshServer server = closing(TestSshServer.start(home.resolve("server")));
        start(links(), target(server), LinkQuestions.NOBODY, "true").cut();
        var report =
                new BenchReport(
                        "SSH links at once, an OpenSSH server on the same computer",
                        "links",
                        "all connected, s",
                        "client CPU a login, ms",
                        "threads",
                        "streaming, of one core");
        for (int count : new int[] {1, 20, 100}) {
            measure(report, server, count);
        }
        report.write();
    }

    private void measure(BenchReport report, TestSshServer server, int count) throws Exception {
        SshLinks links = links();
        ConcurrentLinkedQueue<SshExec> open = new ConcurrentLinkedQueue<>();
        var connecting = Watch.start();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            callers.add(
                    NamedThreads.virtual(
                            "caller-" + i,
                            () -> {
                                try {
                                    open.add(
                                            links.commands(target(server), LinkQuestions.NOBODY)
                                                    .start(
                                                            "while sleep 1; do head -c 200"
                                                                    + " /dev/zero; done",
                                                            ConnectProgress.NONE));
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            }));
        }
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }
        double connected = connecting.seconds();
        double login = connecting.cpuSeconds() * 1e3 / count;
        assertThat(open).hasSize(count);
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        var streaming = Watch.start();
        Thread.sleep(STREAMING);
        double share = streaming.cpuSeconds() / streaming.seconds();
        open.forEach(SshExec::cut);
        report.row(
                count,
                BenchReport.number(connected),
                BenchReport.number(login),
                threads,
                BenchReport.percent(share));
    }
}
