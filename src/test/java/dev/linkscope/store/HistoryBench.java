package dev.linkscope.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.bench.Watch;
import dev.linkscope.domain.history.HistorySize;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two weeks of 50 printers at the default cadences: how large the file is, how fast it opens and
 * how fast a week of one pane is read. {@code -Dhistory.printers} and {@code -Dhistory.days} make
 * it shorter.
 */
@Tag("bench")
@Timeout(3_600)
class HistoryBench {
    private static final int PRINTERS = Integer.getInteger("history.printers", 50);
    private static final int DAYS = Integer.getInteger("history.days", 14);
    private static final int MADE = Math.min(PRINTERS, Integer.getInteger("history.made", 2));

    @TempDir Path folder;
    private List<PrinterId> printers = List.of();
    private final Instant end = Made.START.plus(Duration.ofDays(DAYS));

    private Path file() {
        return folder.resolve("history.db");
    }

    @Test
    void twoWeeksOfAFarm() throws Exception {
        var history = new MadeHistory(file(), PRINTERS, DAYS * 24, MADE);
        printers = history.announce();
        var making = Watch.start();
        long outcomes = history.fill();
        double made = making.seconds();
        var report =
                new BenchReport(
                        PRINTERS + " printers for " + DAYS + " days", "what", "figure", "limit");
        report.row("outcomes", BenchReport.count(outcomes), "");
        report.row("made, compressed and summed up in", seconds(made), "");
        long bytes = Files.size(file());
        report.row("the file", BenchReport.count(bytes / 1e6) + " MB", "1,500 MB");
        report.row("bytes for an outcome", BenchReport.number(bytes / (double) outcomes), "");
        row(report, "chunks alone", "SELECT SUM(LENGTH(data)) FROM chunk");
        row(report, "sums alone", "SELECT SUM(LENGTH(minutes)) FROM rollup");

        var opening = Watch.start();
        StoreOpened opened = SqliteHistory.open(file(), () -> end);
        try (var store = opened.store()) {
            assertThat(store.latest(printers.getLast())).isPresent();
            double open = opening.seconds();
            report.row("opening", seconds(open), "2 s");
            double week = week(report, opened, 3, "a week of a pane, minutes, first");
            for (int printer = 4; printer < Math.min(PRINTERS, 9); printer++) {
                week = week(report, opened, printer, "… another printer's");
            }
            report.row("its week of single outcomes", seconds(single(store, 3)), "");
            size(report, opened);
            report.write();
            assertThat(bytes * (50.0 / PRINTERS) * (14.0 / DAYS)).isLessThan(1.5e9);
            assertThat(open).isLessThan(2);
            assertThat(week).isLessThan(0.3);
        }
    }

    private double week(BenchReport report, StoreOpened opened, int number, String what) {
        PrinterId printer = printers.get(Math.min(number, PRINTERS - 1));
        var watch = Watch.start();
        int sums =
                opened.book()
                        .rollups(
                                printer,
                                "server",
                                Duration.ofMinutes(1),
                                end.minus(Duration.ofDays(7)),
                                end)
                        .size();
        int outages =
                opened.book().outages(printer, "server", end.minus(Duration.ofDays(7)), end).size();
        double took = watch.seconds();
        assertThat(sums).isEqualTo(Math.min(DAYS, 7) * 24 * 60);
        report.row(what + ", with " + outages + " outages", seconds(took), "0.3 s");
        return took;
    }

    private double single(OutcomeStore store, int number) {
        var watch = Watch.start();
        PrinterId printer = printers.get(Math.min(number, PRINTERS - 1));
        assertThat(store.read(printer, "server", end.minus(Duration.ofDays(7)), end)).hasSize(1);
        return watch.seconds();
    }

    private static void size(BenchReport report, StoreOpened opened) {
        var watch = Watch.start();
        HistorySize size = opened.book().size();
        report.row("its size told", seconds(watch.seconds()), "");
        assertThat(size.oldestRollup()).isEqualTo(Made.START);
    }

    private void row(BenchReport report, String what, String sql) {
        report.row(what, BenchReport.count(Raw.number(file(), sql) / 1e6) + " MB", "");
    }

    private static String seconds(double seconds) {
        return BenchReport.number(seconds) + " s";
    }
}
