package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.bench.BenchRun;
import dev.linkscope.bench.ChildJvm;
import dev.linkscope.bench.Program;
import dev.linkscope.bench.Scale;
import dev.linkscope.bench.Watch;
import dev.linkscope.bench.result.Growth;
import dev.linkscope.bench.result.Ratio;
import dev.linkscope.ssh.testkit.TestSshServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Many links at once beside OpenSSH's own client: until all run their command, what that costs, and
 * what they cost while something comes from each every five seconds. Linkscope in a process of its
 * own with the flags of an installed one, OpenSSH as a process for each link, one after the other,
 * eight logins at once either way. The server's own cost is not in it, though it takes most of the
 * time: server and clients share the cores.
 */
@Tag("bench")
@EnabledOnOs(value = OS.LINUX, disabledReason = "memory and processor time are read from /proc")
@Timeout(value = 12, unit = TimeUnit.MINUTES)
class SshFanOutBench extends SshTestCase {
    private static final int MOST = Integer.getInteger("linkscope.bench.links", 500);

    private static final List<Integer> LINKS =
            Stream.of(10, 50, 200, 500).filter(links -> links <= MOST).toList();

    /** As many as a farm has. */
    private static final int WANTED = 200;

    /** Until all links of a size stand; the others count as missing. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    /** Without a process of the server for each line: with 500 links that would be the load. */
    private static final String COMMAND = "echo; while sleep 5; do printf '%0200d' 0; done";

    private static final Duration STREAMING = Duration.ofSeconds(6);
    private static final String LINKSCOPE = "Linkscope";
    private static final String OPENSSH = "OpenSSH's client";

    private final BenchReport report =
            new BenchReport(
                    "Links over SSH beside OpenSSH's client",
                    "who",
                    "links",
                    "standing",
                    "all run, s",
                    "logins, CPU s",
                    "CPU ms a login",
                    "streaming, of one core",
                    "Pss, MiB",
                    "processes and threads");

    private record Cost(
            int links, int standing, double seconds, double cpu, double share, double pssMib) {
        boolean complete() {
            return standing == links;
        }
    }

    @Test
    void manyLinks() throws Exception {
        TestSshServer server = closing(TestSshServer.start(home.resolve("server")));
        Optional<Path> ssh = Program.find("ssh");
        var ours = new ArrayList<Cost>();
        for (int count : LINKS) {
            ours.add(linkscope(server, count));
            settle(server);
            if (ssh.isPresent()) {
                Cost theirs = openSsh(ssh.get(), server, count);
                settle(server);
                compare(ours.getLast(), theirs);
            }
        }
        report.note(
                "Linkscope's memory is its whole Java machine; its CPU is without starting that."
                        + " Where fewer stand than were asked for, %d s were not enough."
                                .formatted(PATIENCE.toSeconds()));
        report.write();
        if (ssh.isPresent()) {
            BenchRun.CURRENT.add(Program.peer(OPENSSH, "ssh", "-V"));
        } else {
            BenchRun.CURRENT.leftOut("links beside OpenSSH's client", "ssh is not installed.");
        }
        grow(ours.stream().filter(Cost::complete).toList());
        assertThat(ours).filteredOn(cost -> cost.links() <= WANTED).allMatch(Cost::complete);
    }

    /** What stood; through fewer than three sizes no law can be fitted. */
    private static void grow(List<Cost> ours) {
        if (ours.size() < 3) {
            BenchRun.CURRENT.leftOut(
                    "how links grow", "fewer than three sizes were measured and stood.");
            return;
        }
        grows("time until all links run", "s", ours, Cost::seconds);
        grows("CPU of logins", "CPU s", ours, Cost::cpu);
        BenchRun.CURRENT.add(
                Growth.linear(
                        "memory of links",
                        "MiB",
                        "links",
                        points(ours, Cost::pssMib),
                        Scale.LINKS));
    }

    private static void grows(
            String figure, String unit, List<Cost> ours, ToDoubleFunction<Cost> value) {
        BenchRun.CURRENT.add(Growth.power(figure, unit, "links", points(ours, value), Scale.LINKS));
    }

    private static List<Growth.Point> points(List<Cost> ours, ToDoubleFunction<Cost> value) {
        return ours.stream()
                .map(cost -> new Growth.Point(cost.links(), value.applyAsDouble(cost)))
                .toList();
    }

    private static void compare(Cost ours, Cost theirs) {
        if (!ours.complete() || !theirs.complete()) {
            return;
        }
        String links = ours.links() + " SSH links, ";
        ratio(links + "time until all run", "s", ours.seconds(), theirs.seconds());
        ratio(links + "CPU of the logins", "s", ours.cpu(), theirs.cpu());
        ratio(links + "CPU while streaming", "of a core", ours.share(), theirs.share());
        ratio(links + "memory", "MiB", ours.pssMib(), theirs.pssMib());
    }

    private static void ratio(String figure, String unit, double ours, double theirs) {
        BenchRun.CURRENT.add(new Ratio(figure, unit, ours, OPENSSH, theirs, Ratio.Better.LESS));
    }

    private Cost linkscope(TestSshServer server, int count) throws Exception {
        Path own = Files.createDirectories(home.resolve("linkscope" + count));
        Properties figures =
                ChildJvm.run(
                        SshFanOutRun.class,
                        PATIENCE.plusMinutes(1),
                        server.port(),
                        server.user(),
                        server.identity(),
                        own,
                        count,
                        COMMAND,
                        PATIENCE.toSeconds(),
                        STREAMING.toSeconds());
        var cost =
                new Cost(
                        count,
                        (int) number(figures, "connected"),
                        number(figures, "connectSeconds"),
                        number(figures, "connectCpuSeconds"),
                        number(figures, "streamingShare"),
                        number(figures, "pssMib"));
        row(LINKSCOPE, cost, "1 and " + (int) number(figures, "threads"));
        return cost;
    }

    private Cost openSsh(Path ssh, TestSshServer server, int count) throws Exception {
        Path own = Files.createDirectories(home.resolve("openssh" + count));
        try (var clients = new OpenSshClients(ssh, server, own, COMMAND)) {
            var watch = Watch.start();
            clients.connect(count, PATIENCE);
            double seconds = watch.seconds();
            double cpu = clients.cpuSeconds();
            double share = clients.streamingShare(STREAMING);
            var cost = new Cost(count, clients.connected(), seconds, cpu, share, clients.pssMib());
            row(OPENSSH, cost, count + " and " + count);
            return cost;
        }
    }

    private void row(String who, Cost cost, String threads) {
        report.row(
                who,
                cost.links(),
                cost.standing(),
                BenchReport.number(cost.seconds()),
                BenchReport.number(cost.cpu()),
                BenchReport.number(cost.cpu() * 1e3 / cost.links()),
                BenchReport.percent(cost.share()),
                BenchReport.number(cost.pssMib()),
                threads);
    }

    /** Until the server has let go of the links before. */
    private static void settle(TestSshServer server) {
        await("the server's connections end")
                .atMost(Duration.ofSeconds(60))
                .until(() -> server.connections() == 0);
    }

    private static double number(Properties figures, String key) {
        return Double.parseDouble(figures.getProperty(key));
    }
}
