package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ssh.testkit.TestSshServer;
import dev.linkscope.support.NamedThreads;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        System.out.printf(
                Locale.ROOT,
                "%6s %16s %20s %12s %22s%n",
                "links",
                "all connected s",
                "client CPU ms/login",
                "threads",
                "streaming % of a core");
        for (int count : new int[] {1, 20, 100}) {
            measure(server, count);
        }
    }

    private void measure(TestSshServer server, int count) throws Exception {
        SshLinks links = links();
        ConcurrentLinkedQueue<SshExec> open = new ConcurrentLinkedQueue<>();
        long cpu = cpuNanos();
        long begun = System.nanoTime();
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
        double connected = (System.nanoTime() - begun) / 1e9;
        double login = (cpuNanos() - cpu) / 1e6 / count;
        assertThat(open).hasSize(count);
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        cpu = cpuNanos();
        Thread.sleep(STREAMING);
        double streaming = 100.0 * (cpuNanos() - cpu) / STREAMING.toNanos();
        open.forEach(SshExec::cut);
        System.out.printf(
                Locale.ROOT,
                "%6d %16.2f %20.1f %12d %22.2f%n",
                count,
                connected,
                login,
                threads,
                streaming);
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
