package dev.linkscope.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.bench.BenchRun;
import dev.linkscope.bench.Scale;
import dev.linkscope.bench.Watch;
import dev.linkscope.bench.result.Growth;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.ReportAssembler;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.stats.Simulated;
import dev.linkscope.stats.math.SplitMix;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a week of a farm takes from the history to a report, before it is drawn. Two printers
 * are stored, each read many times over: what is read is the same.
 */
@Tag("bench")
@Timeout(1_200)
class SpanReportBench {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final int WEEK = 60_480;
    private static final List<Double> LOSSES = List.of(0.002, 0.03);
    private static final Duration TEN = Duration.ofSeconds(10);

    @TempDir Path folder;
    private final List<PrinterId> stored = new ArrayList<>();
    private final BenchReport report =
            new BenchReport(
                    "A report's figures from the history, before it is drawn",
                    "printers",
                    "days",
                    "s",
                    "CPU s",
                    "MiB kept");

    @Test
    void aWeekOfAFarm() throws Exception {
        Instant end = START.plus(TEN.multipliedBy(WEEK));
        Path file = folder.resolve("h.db");
        try (var store = SqliteHistory.open(file, InstantSource.fixed(end)).store()) {
            for (double loss : LOSSES) {
                write(store, loss);
            }
        }
        // Hours that are over are compressed after a start.
        try (var store = SqliteHistory.open(file, InstantSource.fixed(end)).store()) {
            await().atMost(Duration.ofMinutes(5)).until(() -> rows(file) == 0);
            measure(store, 1, 1, end);
            measure(store, 1, 7, end);
            var byPrinters = new ArrayList<Growth.Point>();
            for (int printers : new int[] {1, 5, 10, 20, 50}) {
                byPrinters.add(new Growth.Point(printers, measure(store, printers, 7, end)));
            }
            var byHours = new ArrayList<Growth.Point>();
            for (int days : new int[] {1, 2, 4, 7}) {
                byHours.add(new Growth.Point(days * 24, measure(store, 10, days, end)));
            }
            report.write();
            grows("a report of a week", "printers", byPrinters, Scale.PRINTERS);
            grows("a report of ten printers", "hours", byHours, Scale.HOURS);
        }
    }

    private static void grows(String figure, String by, List<Growth.Point> points, int farthest) {
        BenchRun.CURRENT.add(Growth.power(figure, "CPU s", by, points, farthest));
    }

    private static long rows(Path file) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM outcome")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void write(OutcomeStore store, double loss) {
        PrinterId id = PrinterId.random();
        stored.add(id);
        var random = new SplitMix((long) (loss * 1e4));
        var run = new WrittenHistory(store, id, "run", START);
        String server = Simulated.gilbert(WEEK, loss, 3, random);
        run.server(server);
        run.add("webcam", ProbeKind.WEBCAM_SNAPSHOT, TEN, server);
        run.add("dns", ProbeKind.DNS, TEN, server);
        run.add("plugin", ProbeKind.PLUGIN_LINK, TEN, server);
        run.add("gateway", ProbeKind.GATEWAY, TEN.dividedBy(2), server + server);
    }

    /** Processor seconds of it. */
    private double measure(OutcomeStore store, int printers, int days, Instant end) {
        List<Printer> farm =
                Stream.generate(() -> printer(PrinterId.random())).limit(printers).toList();
        List<PrinterId> ids = farm.stream().map(Printer::id).toList();
        var recall =
                new SpanRecall(
                        new StoreBeside(store, id -> stored.get(ids.indexOf(id) % stored.size())),
                        HistoryBook.NONE,
                        FixPlans.NONE,
                        InstantSource.fixed(end));
        var assembler = new ReportAssembler(statement -> statement.key(), "en", () -> end);
        var span = new Span(end.minus(Duration.ofDays(days)), end);
        long before = memory();
        var watch = Watch.start();
        List<SessionSnapshot> sessions =
                new SpanSnapshots(recall)
                        .of(farm.stream().map(recall::unwatched).toList(), span, Progress.NONE);
        Report made = assembler.assemble(sessions);
        double seconds = watch.seconds();
        double cpu = watch.cpuSeconds();
        long kept = (memory() - before) >> 20;
        assertThat(made.printers()).hasSize(printers);
        report.row(
                printers,
                days,
                BenchReport.number(seconds),
                BenchReport.number(cpu),
                BenchReport.count(kept));
        return cpu;
    }

    private static long memory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Printer printer(PrinterId id) {
        return new Printer(
                id,
                "Printer",
                new Target.Ssh("octopi.local", null, "pi", null),
                Printer.CLOUD,
                Printer.CLOUD,
                TEN);
    }
}
