package dev.linkscope.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.agent.FaultServer;
import dev.linkscope.agent.OwnAgent;
import dev.linkscope.bench.result.Cell;
import dev.linkscope.domain.printer.Printer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A farm of two hundred from one computer: real agents, each a process of its own, that ask a real
 * server and camera on loopback every 10 s. Runs for two minutes; {@code
 * -Dlinkscope.bench.farm.minutes=10} for longer, {@code -Dlinkscope.bench.farm.printers} for more
 * or fewer printers.
 */
@Tag("bench")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
@EnabledOnOs(value = OS.LINUX, disabledReason = "agents detach, and memory is read from /proc")
class FarmScaleBench {
    private static final int PRINTERS = Integer.getInteger("linkscope.bench.farm.printers", 200);
    private static final int MINUTES = Integer.getInteger("linkscope.bench.farm.minutes", 2);
    private static final double WANTED_CONNECT_SECONDS = 20;
    private static final double WANTED_CPU_SHARE = 0.15;
    private static final double WANTED_RESIDENT_MIB = 350;

    @TempDir Path folder;

    @Test
    void twoHundredRealAgents() throws Exception {
        var local =
                new LocalFarm(OwnAgent.newName() + "-", PRINTERS, "", "", Printer.DEFAULT_CADENCE);
        var report =
                new BenchReport(
                        PRINTERS + " real agents, " + MINUTES + " min", "", "measured", "wanted");
        try (var faults = new FaultServer()) {
            Properties figures =
                    ChildJvm.run(
                            FarmScaleRun.class,
                            Duration.ofMinutes(MINUTES + 8L),
                            folder.resolve("farm.db"),
                            local.name(),
                            PRINTERS,
                            faults.url("http", "/"),
                            faults.url("camera", "/"),
                            Duration.ofMinutes(MINUTES).toSeconds());
            await("no agent is left")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> local.agents().isEmpty());
            table(report, figures, faults.requests("server").size());
            check(figures);
        } finally {
            report.write();
            local.end();
        }
    }

    private static void table(BenchReport report, Properties figures, int asked) {
        row(report, figures, "connected", "connected", PRINTERS + "");
        row(report, figures, "connectSeconds", "all connected after, s", "< 20");
        row(report, figures, "connectCpuSeconds", "CPU of Linkscope for it, s", "");
        row(report, figures, "measuring", "measuring at the end", PRINTERS + "");
        row(report, figures, "cpuShare", "CPU, of one core", "< 0.15");
        row(report, figures, "agentsCpuShare", "CPU of all agents together", "");
        row(report, figures, "outcomesPerSecond", "outcomes/s", "");
        row(report, figures, "residentMib", "resident, MiB", "< 350");
        row(report, figures, "residentAfterGcMib", "after GC", "");
        row(report, figures, "peakMib", "peak", "");
        row(report, figures, "heapMib", "heap used after GC, MiB", "");
        row(report, figures, "heapCommittedMib", "heap committed", "");
        row(report, figures, "threads", "threads", "");
        row(report, figures, "lost", "outcomes lost", "0");
        row(report, figures, "failures", "failures", "0");
        row(report, figures, "server.stored", "outcomes of the server stored", "");
        row(report, figures, "server.missing", "slots missing", "0");
        row(report, figures, "server.doubled", "slots doubled", "0");
        report.row("requests that the server saw", BenchReport.count(asked), "");
    }

    private static void row(
            BenchReport report, Properties figures, String key, String what, String wanted) {
        double value = number(figures, key);
        Cell shown =
                value < 100 && value != Math.rint(value)
                        ? BenchReport.number(value)
                        : BenchReport.count(value);
        report.row(what, shown, wanted);
    }

    private static void check(Properties figures) {
        assertThat(number(figures, "measuring")).isEqualTo(PRINTERS);
        for (String key :
                new String[] {
                    "lost",
                    "failures",
                    "server.missing",
                    "server.doubled",
                    "webcam.missing",
                    "webcam.doubled"
                }) {
            assertThat(number(figures, key)).as(key).isZero();
        }
        assertThat(number(figures, "server.runs")).isEqualTo(PRINTERS);
        assertThat(number(figures, "connectSeconds")).isLessThan(WANTED_CONNECT_SECONDS);
        assertThat(number(figures, "cpuShare")).isLessThan(WANTED_CPU_SHARE);
        assertThat(number(figures, "residentMib")).isLessThan(WANTED_RESIDENT_MIB);
    }

    private static double number(Properties figures, String key) {
        return Double.parseDouble(figures.getProperty(key));
    }
}
