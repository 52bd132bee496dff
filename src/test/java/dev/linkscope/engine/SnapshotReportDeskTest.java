package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.engine.farm.AddedPrinters;
import dev.linkscope.engine.history.SpanRecall;
import dev.linkscope.engine.history.StoreBeside;
import dev.linkscope.engine.history.WrittenHistory;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.engine.port.LogSource;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.engine.report.ReportDraft;
import dev.linkscope.engine.report.ReportRequest;
import dev.linkscope.store.sqlite.SqliteHistory;
import dev.linkscope.ui.FakeSnapshots;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SnapshotReportDeskTest {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant NOW = FakeSnapshots.NOW;
    private static final String DOWN = "1".repeat(300) + "0".repeat(40) + "1".repeat(300);

    @TempDir Path folder;
    private OutcomeStore store;
    private final List<Report> pressed = new ArrayList<>();
    private final List<SessionSnapshot> shown =
            List.of(
                    FakeSnapshots.healthy("One", 1),
                    FakeSnapshots.healthy("Two", 2),
                    FakeSnapshots.healthy("Three", 3),
                    FakeSnapshots.healthy("Four", 4));

    @BeforeEach
    void open() {
        store = SqliteHistory.open(folder.resolve("history.db"), InstantSource.fixed(NOW)).store();
        for (SessionSnapshot one : shown) {
            new WrittenHistory(store, one.printer().id(), "run", START).server(DOWN);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private final class ShownPrinters extends AddedPrinters {
        @Override
        public Optional<SessionSnapshot> snapshot(PrinterId id) {
            return shown.stream().filter(one -> one.printer().id().equals(id)).findFirst();
        }
    }

    private void draft(ReportScope scope, UnaryOperator<PrinterId> disk, Progress progress)
            throws Exception {
        InstantSource clock = InstantSource.fixed(NOW);
        var recall =
                new SpanRecall(
                        new StoreBeside(store, disk), HistoryBook.NONE, FixPlans.NONE, clock);
        var desk =
                new SnapshotReportDesk(
                        new ShownPrinters(),
                        new ReportAssembler(statement -> statement.key(), "en", clock),
                        (report, _, _) -> {
                            pressed.add(report);
                            return NO_DRAFT;
                        },
                        LogSource.NONE,
                        recall,
                        clock);
        List<PrinterId> all =
                shown.stream().map(SessionSnapshot::printer).map(Printer::id).toList();
        desk.draft(new ReportRequest(all, scope, false), progress);
    }

    private static final ReportDraft NO_DRAFT =
            (ReportDraft)
                    java.lang.reflect.Proxy.newProxyInstance(
                            ReportDraft.class.getClassLoader(),
                            new Class<?>[] {ReportDraft.class},
                            (_, _, _) -> null);

    private static ReportScope scope(Instant from, Instant to) {
        return new ReportScope(from, to, RedactionLevel.MINE, null);
    }

    private static Pane server(PrinterReport printer) {
        return Objects.requireNonNull(printer.server());
    }

    @Test
    void withoutASpanItIsWhatIsShown() throws Exception {
        draft(ReportScope.USUAL, id -> id, Progress.NONE);
        Report report = pressed.getFirst();
        assertThat(server(report.printers().getFirst()).trace())
                .isSameAs(shown.getFirst().server().trace());
    }

    @Test
    void aSpanComesFromTheHistoryAndSharedOutagesWithIt() throws Exception {
        var steps = new ArrayList<Integer>();
        draft(
                scope(START, START.plusSeconds(6_400)),
                id -> id,
                (done, of) -> {
                    assertThat(of).isEqualTo(4);
                    steps.add(done);
                });
        Report report = pressed.getFirst();
        assertThat(report.printers()).hasSize(4);
        assertThat(report.scope().from()).isEqualTo(START);
        for (PrinterReport printer : report.printers()) {
            assertThat(server(printer).figures().attempts()).isEqualTo(640);
            assertThat(server(printer).figures().errors()).isEqualTo(40);
            assertThat(server(printer).figures().ownErrorRate()).isZero();
        }
        assertThat(report.sharedOutages()).hasSize(1);
        assertThat(report.sharedOutages().getFirst().from())
                .isBetween(START.plusSeconds(2_990), START.plusSeconds(3_010));
        assertThat(steps).startsWith(0).endsWith(4).isSorted();
    }

    @Test
    void onePrinterThatCannotBeReadDoesNotStopTheRest() throws Exception {
        PrinterId broken = shown.get(1).printer().id();
        draft(
                scope(START, START.plusSeconds(6_400)),
                id -> {
                    if (id.equals(broken)) {
                        throw new IllegalStateException("disk");
                    }
                    return id;
                },
                Progress.NONE);
        List<PrinterReport> printers = pressed.getFirst().printers();
        assertThat(printers).hasSize(4);
        PrinterReport unread = printers.get(1);
        Pane pane = unread.server();
        assertThat(pane == null || pane.figures().attempts() == 0).isTrue();
        assertThat(server(printers.get(2)).figures().errors()).isEqualTo(40);
        assertThat(pressed.getFirst().sharedOutages()).hasSize(1);
    }

    @Test
    void whoeverCancelsGetsNothing() {
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() ->
                        draft(
                                scope(START, START.plusSeconds(6_400)),
                                id -> id,
                                (done, _) -> {
                                    if (done == 1) {
                                        throw new CancellationException();
                                    }
                                }));
        assertThat(pressed).isEmpty();
    }

    @Test
    void aSpanWithoutABeginIsADay() throws Exception {
        draft(scope(null, START.plusSeconds(6_400)), id -> id, Progress.NONE);
        Pane pane = server(pressed.getFirst().printers().getFirst());
        assertThat(pane.trace().slots().filter(Slot::measured).count()).isEqualTo(640);
        assertThat(
                        Duration.between(
                                pane.trace().segments().getFirst().start(),
                                START.plusSeconds(6_400)))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void withoutAHistoryASpanIsCutOutOfWhatIsShown() throws Exception {
        var desk =
                new SnapshotReportDesk(
                        new ShownPrinters(),
                        new ReportAssembler(statement -> statement.key(), "en", () -> NOW),
                        (report, _, _) -> {
                            pressed.add(report);
                            return NO_DRAFT;
                        },
                        LogSource.NONE);
        PrinterId id = shown.getFirst().printer().id();
        Instant end = shown.getFirst().server().trace().segments().getLast().end();
        desk.draft(
                new ReportRequest(List.of(id), scope(end.minusSeconds(600), end), false),
                Progress.NONE);
        assertThat(server(pressed.getFirst().printers().getFirst()).figures().attempts())
                .isEqualTo(60);
    }
}
