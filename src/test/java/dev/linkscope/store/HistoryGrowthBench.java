package dev.linkscope.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.bench.BenchRun;
import dev.linkscope.bench.Scale;
import dev.linkscope.bench.result.Growth;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the history grows with printers and with hours: its file, and what reading all single
 * outcomes of one pane takes.
 */
@Tag("bench")
@Timeout(300)
class HistoryGrowthBench {
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int DAY = 24;
    private static final int[] PRINTERS = {1, 2, 5, 10, 20, 50};
    private static final int[] HOURS = {6, DAY, 3 * DAY, 7 * DAY, 14 * DAY};

    /** Reading is repeated, and the best counts: the first one fills the system's cache. */
    private static final int ROUNDS = 9;

    /** What is kept may grow as what was measured, and hardly faster. */
    private static final double AT_MOST = 1.02;

    @TempDir Path folder;
    private final BenchReport report =
            new BenchReport(
                    "How the history grows",
                    "printers",
                    "hours",
                    "outcomes",
                    "the file, MB",
                    "bytes an outcome",
                    "a pane's outcomes read, CPU ms");

    private record Kept(double megabytes, double readMillis) {}

    @Test
    void byPrintersAndHours() throws Exception {
        var farms = new ArrayList<Kept>();
        for (int printers : PRINTERS) {
            farms.add(measure(printers, DAY));
        }
        var spans = new ArrayList<Kept>();
        for (int hours : HOURS) {
            spans.add(measure(1, hours));
        }
        report.write();
        Growth printers =
                Growth.linear(
                        "a day's history",
                        "MB",
                        "printers",
                        points(PRINTERS, farms.stream().map(Kept::megabytes).toList()),
                        Scale.PRINTERS);
        Growth hours =
                Growth.linear(
                        "a printer's history",
                        "MB",
                        "hours",
                        points(HOURS, spans.stream().map(Kept::megabytes).toList()),
                        Scale.HOURS);
        Growth reading =
                Growth.power(
                        "reading a pane's outcomes",
                        "CPU ms",
                        "hours",
                        points(HOURS, spans.stream().map(Kept::readMillis).toList()),
                        Scale.HOURS);
        for (Growth growth : List.of(printers, hours, reading)) {
            BenchRun.CURRENT.add(growth);
        }
        assertThat(printers.largestOverSmallest()).isLessThan(times(PRINTERS) * AT_MOST);
        assertThat(hours.largestOverSmallest()).isLessThan(times(HOURS) * AT_MOST);
    }

    private static double times(int[] sizes) {
        return (double) sizes[sizes.length - 1] / sizes[0];
    }

    private static List<Growth.Point> points(int[] sizes, List<Double> values) {
        var found = new ArrayList<Growth.Point>();
        for (int i = 0; i < sizes.length; i++) {
            found.add(new Growth.Point(sizes[i], values.get(i)));
        }
        return found;
    }

    private Kept measure(int printers, int hours) throws Exception {
        Path file = folder.resolve(printers + "-" + hours + ".db");
        var history = new MadeHistory(file, printers, hours, 1);
        List<PrinterId> ids = history.announce();
        long outcomes = history.fill();
        double megabytes = Files.size(file) / 1e6;
        double best = Double.MAX_VALUE;
        try (var store = SqliteHistory.open(file, history::end).store()) {
            for (int round = 0; round < ROUNDS; round++) {
                long began = THREAD.getCurrentThreadCpuTime();
                int read =
                        store.read(ids.getFirst(), "server", Made.START, history.end())
                                .getFirst()
                                .outcomes()
                                .size();
                best = Math.min(best, (THREAD.getCurrentThreadCpuTime() - began) / 1e6);
                assertThat(read).isEqualTo(hours * 360);
            }
        }
        report.row(
                printers,
                hours,
                BenchReport.count(outcomes),
                BenchReport.number(megabytes),
                BenchReport.number(megabytes * 1e6 / outcomes),
                BenchReport.number(best));
        return new Kept(megabytes, best);
    }
}
