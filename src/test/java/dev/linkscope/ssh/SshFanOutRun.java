package dev.linkscope.ssh;

import dev.linkscope.bench.OtherProcess;
import dev.linkscope.bench.Watch;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.support.NamedThreads;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The process of {@link SshFanOutBench}: Linkscope's links, as many as are asked for. */
final class SshFanOutRun {
    private SshFanOutRun() {}

    /**
     * Arguments: port, user, identity, home, links, the command, seconds to wait for all links,
     * seconds to stream.
     */
    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[3]);
        int count = Integer.parseInt(args[4]);
        Duration patience = Duration.ofSeconds(Long.parseLong(args[6]));
        Duration streaming = Duration.ofSeconds(Long.parseLong(args[7]));
        var options =
                SshOptions.bare(home.resolve("known_hosts"), home, args[1])
                        .withTrustNewHostKeys(true);
        var target = new Target.Ssh("127.0.0.1", Integer.valueOf(args[0]), args[1], args[2]);
        Queue<SshExec> open = new ConcurrentLinkedQueue<>();
        try (var links = new SshLinks(options)) {
            var connecting = Watch.start();
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                callers.add(
                        NamedThreads.virtual(
                                "caller-" + i, () -> connect(links, target, args[5], open)));
            }
            callers.forEach(Thread::start);
            long end = System.nanoTime() + patience.toNanos();
            for (Thread caller : callers) {
                caller.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            }
            print("connectSeconds", connecting.seconds());
            print("connectCpuSeconds", connecting.cpuSeconds());
            print("connected", open.size());
            print("threads", ManagementFactory.getThreadMXBean().getThreadCount());
            long own = ProcessHandle.current().pid();
            double before = OtherProcess.cpuSeconds(own);
            var watch = Watch.start();
            Thread.sleep(streaming);
            print("streamingShare", (OtherProcess.cpuSeconds(own) - before) / watch.seconds());
            print("pssMib", OtherProcess.pssMib(own));
            open.forEach(SshExec::cut);
        }
    }

    /** Until the command has said that it runs. */
    private static void connect(
            SshLinks links, Target.Ssh target, String command, Queue<SshExec> open) {
        try {
            SshExec exec =
                    links.commands(target, LinkQuestions.NOBODY)
                            .start(command, ConnectProgress.NONE);
            if (exec.input().read() >= 0) {
                open.add(exec);
            }
        } catch (Exception e) {
            // It is missing among those that are counted.
            System.err.println(e);
        }
    }

    private static void print(String key, double value) {
        System.out.println(key + "=" + value);
    }
}
