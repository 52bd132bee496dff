package dev.linkscope.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.PaneTimeline;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.RecordedSession;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a chart of a day and of a week costs, in processor time of the thread that asks. */
@Tag("bench")
@Timeout(600)
class TimelineBench {
    private static final Instant START = Instant.parse("2026-11-08T00:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(8));
    private static final int COLUMNS = 600;
    private static final int ROUNDS = 15;

    @TempDir Path folder;
    private final Printer printer =
            new Printer(
                    PrinterId.random(),
                    "Prusa",
                    new Target.Ssh("octopi.local", null, "pi", null),
                    Printer.CLOUD,
                    null,
                    Duration.ofSeconds(10));

    @Test
    void aDayAndAWeek() throws IOException {
        Path file = folder.resolve("history.db");
        var opened = SqliteHistory.open(file, () -> END);
        try (var store = opened.store()) {
            var random = new Random(7);
            var row = new StringBuilder();
            for (int slot = 0; slot < 8 * 8_640; slot++) {
                row.append(random.nextInt(50) == 0 ? '0' : '1');
            }
            new WrittenHistory(store, printer.id(), "a", START).server(row.toString());
            long before = Files.size(file);
            readings(store, random);
            store.flush();
            var timelines =
                    new HistoryTimelines(
                            store,
                            opened.book(),
                            new SpanRecall(store, opened.book(), FixPlans.NONE, () -> END),
                            String::valueOf);
            SessionSnapshot now = RecordedSession.unwatched(printer, Optional.empty(), END);
            var report = new BenchReport("A chart of 600 columns", "what", "figure", "limit");
            var day = new Span(END.minus(Duration.ofDays(1)), END);
            var week = new Span(END.minus(Duration.ofDays(7)), END);
            double ofDay = median(() -> pane(timelines, now, day));
            double ofWeek = median(() -> pane(timelines, now, week));
            report.row("a day of one pane", millis(ofDay), "100 ms");
            report.row("a week of one pane", millis(ofWeek), "400 ms");
            report.row(
                    "a day of the signal's readings",
                    millis(
                            median(() ->
                                    timelines
                                            .readings(printer.id(), Set.of("wifi.signal"), day)
                                            .size())),
                    "");
            report.row(
                    "500 outcomes",
                    millis(median(() -> timelines.outcomes(now, Set.of(), week, 500).size())),
                    "");
            report.row(
                    "a day of readings of seven numbers on disk",
                    BenchReport.count((Files.size(file) - before) / 8.0) + " bytes",
                    "");
            report.write();
            assertThat(ofDay).isLessThan(0.1);
            assertThat(ofWeek).isLessThan(0.4);
        }
    }

    private void readings(dev.linkscope.engine.port.OutcomeStore store, Random random) {
        for (String key :
                new String[] {
                    "wifi.signal",
                    "wifi.bit_rate",
                    "wifi.retries",
                    "host.temperature",
                    "host.load.1min",
                    "host.memory.available",
                    "host.swap.used"
                }) {
            for (int second = 0; second < 8 * 86_400; second += 30) {
                Fact fact = Fact.known(key, Integer.toString(random.nextInt(100)), "unit");
                store.fact(printer.id(), fact, START.plusSeconds(second));
            }
        }
    }

    private static int pane(Timelines timelines, SessionSnapshot now, Span span)
            throws IOException {
        PaneTimeline pane = timelines.pane(now, FixPane.SERVER, span, COLUMNS);
        assertThat(pane.smoke()).hasSize(COLUMNS);
        return pane.curve().size();
    }

    private interface Work {
        int run() throws IOException;
    }

    /** Seconds of the processor. */
    private static double median(Work work) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        double[] seconds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begun = threads.getCurrentThreadCpuTime();
            assertThat(work.run()).isPositive();
            seconds[i] = (threads.getCurrentThreadCpuTime() - begun) * 1e-9;
        }
        Arrays.sort(seconds);
        return seconds[ROUNDS / 2];
    }

    private static String millis(double seconds) {
        return BenchReport.number(seconds * 1_000) + " ms";
    }
}
