package dev.linkscope.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a hundred live sessions cost a laptop: simulated links at their usual cadences in real time,
 * a history on disk, snapshots read five times a second. Neither SSH ({@code SshFanOutBench}) nor
 * the window ({@code FrameTimeBench}) is in it.
 */
@Tag("bench")
@Timeout(600)
@EnabledOnOs(value = OS.LINUX, disabledReason = "resident memory is read from /proc")
class SessionsBench {
    private static final int PRINTERS = 100;
    private static final int WARM_UP_SECONDS = 20;
    private static final int SECONDS = 60;
    private static final double WANTED_CPU_SHARE = 0.10;
    private static final double WANTED_RESIDENT_MIB = 250;

    @TempDir Path folder;

    @Test
    void hundredSessions() throws Exception {
        var report =
                new BenchReport(
                        "100 live sessions",
                        "panes show",
                        "CPU, of one core",
                        "resident after GC, MiB",
                        "before GC",
                        "peak",
                        "heap used",
                        "heap committed",
                        "threads",
                        "measuring",
                        "outcomes/s",
                        "snapshots/s");
        Properties fresh = measure(report, "fresh", "what came since the start");
        Properties history = measure(report, "history", "two hours");
        report.row(
                "wanted",
                "< " + BenchReport.percent(WANTED_CPU_SHARE),
                "< " + BenchReport.count(WANTED_RESIDENT_MIB),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "");
        report.write();
        for (Properties figures : new Properties[] {fresh, history}) {
            assertThat(number(figures, "measuring")).isGreaterThan(0.8 * PRINTERS);
            assertThat(number(figures, "cpuShare")).isLessThan(WANTED_CPU_SHARE);
            assertThat(number(figures, "residentAfterGcMib")).isLessThan(WANTED_RESIDENT_MIB);
        }
    }

    private Properties measure(BenchReport report, String start, String shown) throws Exception {
        Properties figures =
                ChildJvm.run(
                        SessionsRun.class,
                        Duration.ofMinutes(4),
                        folder.resolve(start + ".db"),
                        PRINTERS,
                        start,
                        WARM_UP_SECONDS,
                        SECONDS);
        report.row(
                shown,
                BenchReport.percent(number(figures, "cpuShare")),
                BenchReport.count(number(figures, "residentAfterGcMib")),
                BenchReport.count(number(figures, "residentMib")),
                BenchReport.count(number(figures, "peakMib")),
                BenchReport.count(number(figures, "heapMib")),
                BenchReport.count(number(figures, "heapCommittedMib")),
                BenchReport.count(number(figures, "threads")),
                BenchReport.count(number(figures, "measuring")),
                BenchReport.number(number(figures, "outcomesPerSecond")),
                BenchReport.number(number(figures, "snapshotsPerSecond")));
        return figures;
    }

    private static double number(Properties figures, String key) {
        return Double.parseDouble(figures.getProperty(key));
    }
}
