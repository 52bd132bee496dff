package dev.linkscope.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.BrokenSpan;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.Rollup;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.RateLimits;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.RecordedSession;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.Thresholds;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SpanRecallTest {
    private static final Instant START = Instant.parse("2026-11-15T20:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir Path folder;
    private OutcomeStore store;
    private final Printer printer =
            new Printer(
                    PrinterId.random(),
                    "Prusa",
                    new Target.Ssh("octopi.local", null, "pi", null),
                    Printer.CLOUD,
                    null,
                    Duration.ofSeconds(10));

    @BeforeEach
    void open() {
        store = SqliteHistory.open(folder.resolve("history.db"), InstantSource.fixed(NOW)).store();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private SpanRecall recall(HistoryBook book) {
        return new SpanRecall(store, book, FixPlans.NONE, InstantSource.fixed(NOW));
    }

    private SessionSnapshot over(Span span) {
        return recall(HistoryBook.NONE).of(printer, span);
    }

    private WrittenHistory run(String name, Instant boot) {
        return new WrittenHistory(store, printer.id(), name, boot);
    }

    private static Span span(Instant from, Duration length) {
        return new Span(from, from.plus(length));
    }

    private static String states(Trace trace) {
        return trace.slots()
                .map(slot -> !slot.measured() ? "." : slot.failed() ? "0" : "1")
                .collect(Collectors.joining());
    }

    @Test
    void aRunOverSeveralDaysIsOne() {
        String row = "1".repeat(8_639) + "00" + "1".repeat(8_000) + "..." + "1".repeat(4_000);
        run("a", START).server(row);
        SessionSnapshot session = over(span(START, Duration.ofSeconds(10L * row.length())));
        assertThat(states(session.server().trace())).isEqualTo(row);
        assertThat(session.server().trace().segments()).hasSize(1);
        assertThat(session.server().trace().slots().filter(slot -> !slot.measured()))
                .extracting(Slot::reason)
                .containsOnly(NotMeasured.AGENT_LOST);
        assertThat(session.server().figures().errors()).isEqualTo(2);
        assertThat(session.server().figures().outages()).hasSize(1);
        assertThat(session.server().whole()).isTrue();
        assertThat(session.server().curve()).isNotEmpty();
        assertThat(session.headline()).isNotEmpty();
        assertThat(session.chain()).isNotEmpty();
        assertThat(Objects.requireNonNull(session.agent()).version()).isEqualTo("0.9");
    }

    @Test
    void onlyTheSpanIsReadAndWhatIsMissingInItIsNotMeasured() {
        Instant end = run("a", START).server("1".repeat(360) + "0".repeat(360));
        SessionSnapshot late = over(new Span(end.minusSeconds(1_800), end.plusSeconds(600)));
        assertThat(states(late.server().trace())).isEqualTo("0".repeat(180) + ".".repeat(60));
        SessionSnapshot early = over(new Span(START.minusSeconds(600), START.plusSeconds(600)));
        assertThat(states(early.server().trace())).isEqualTo(".".repeat(60) + "1".repeat(60));
        assertThat(early.server().figures().errorRate()).isZero();
        assertThat(early.server().trace().slots().findFirst().orElseThrow().reason())
                .isEqualTo(NotMeasured.NOT_ASKED);
        assertThat(early.at()).isEqualTo(START.plusSeconds(600));
    }

    @Test
    void nothingStoredIsSaid() {
        SessionSnapshot session = over(span(START, DAY));
        assertThat(session.server().trace().isEmpty()).isTrue();
        assertThat(session.notes()).extracting(Statement::key).containsExactly("span.nothing");
    }

    @Test
    void whatIsLaterThanNowIsNoHole() {
        run("a", NOW.minusSeconds(600)).server("1".repeat(60));
        SessionSnapshot session = over(new Span(NOW.minusSeconds(600), NOW.plus(DAY)));
        assertThat(states(session.server().trace())).isEqualTo("1".repeat(60));
        assertThat(session.at()).isEqualTo(NOW);
    }

    @Test
    void sumsAreToldAndEnterNoRate() {
        Instant end = run("a", START).server("1".repeat(360));
        var book = new MemoryBook();
        book.sums.add(new Rollup(START.minus(Duration.ofHours(2)), 100, 260, 0, 40));
        book.sums.add(new Rollup(START.minus(Duration.ofHours(1)), 360, 0, 0, 40));
        book.sums.add(new Rollup(START, 360, 0, 0, 40));
        SessionSnapshot session = recall(book).of(printer, new Span(START.minus(DAY), end));
        assertThat(session.notes()).contains(Statement.of("span.sums", DAY, 720L, 260L));
        assertThat(session.server().figures().errors()).isZero();
        assertThat(session.server().figures().attempts()).isEqualTo(360);
        assertThat(states(session.server().trace())).isEqualTo(".".repeat(8_640) + "1".repeat(360));
    }

    @Test
    void sumsAloneAreNoData() {
        var book = new MemoryBook();
        book.sums.add(new Rollup(START, 100, 260, 0, 40));
        SessionSnapshot session = recall(book).of(printer, span(START, DAY));
        assertThat(session.server().figures().errorRate()).isNull();
        assertThat(session.notes())
                .extracting(Statement::key)
                .containsExactly("span.sums", "span.nothing");
    }

    @Test
    void otherProbesAndFactsAreThere() {
        WrittenHistory run = run("a", START);
        run.server("1".repeat(360));
        run.add("gateway", ProbeKind.GATEWAY, Duration.ofSeconds(5), "1".repeat(700) + "0000");
        run.add("webcam", ProbeKind.WEBCAM_SNAPSHOT, Duration.ofSeconds(10), "1".repeat(360));
        store.fact(printer.id(), Fact.known("os", "Debian", null), START);
        SessionSnapshot session = over(span(START, Duration.ofHours(1)));
        ProbeTally gateway =
                session.probes().stream()
                        .filter(tally -> tally.kind() == ProbeKind.GATEWAY)
                        .findFirst()
                        .orElseThrow();
        assertThat(gateway.measured()).isEqualTo(704);
        assertThat(gateway.failed()).isEqualTo(4);
        assertThat(gateway.beside().serverOk().measured()).isEqualTo(704);
        assertThat(session.facts())
                .contains(
                        Fact.known("os", "Debian", null),
                        Fact.known("server.address", Printer.CLOUD.display(), null));
        assertThat(session.notes()).contains(Statement.of("span.facts"));
        // No camera is configured any more.
        assertThat(session.webcam()).isNull();
    }

    @Test
    void factsAreThoseOfTheEndOfTheSpanWhereTheyAreKept() {
        run("a", START).server("1".repeat(720));
        store.fact(printer.id(), Fact.known("wifi.signal", "-50", "dBm"), START.plusSeconds(60));
        store.fact(printer.id(), Fact.known("wifi.signal", "-80", "dBm"), START.plusSeconds(3_000));
        store.fact(printer.id(), Fact.known("wifi.signal", "-60", "dBm"), START.plusSeconds(4_000));
        store.fact(printer.id(), Fact.known("os.name", "Debian", null), START);
        store.fact(printer.id(), Fact.known("power.throttled.now", "true", null), NOW);
        SessionSnapshot then = over(span(START, Duration.ofHours(1)));
        assertThat(then.facts())
                .contains(
                        Fact.known("wifi.signal", "-80", "dBm"),
                        Fact.known("os.name", "Debian", null),
                        Fact.known("power.throttled.now", "true", null));
        assertThat(then.facts()).doesNotHaveDuplicates();
        assertThat(then.notes()).extracting(Statement::key).containsExactly("span.facts.then");
        run("b", START.plus(DAY)).server("1".repeat(360));
        SessionSnapshot later = over(span(START.plus(DAY), DAY));
        assertThat(later.facts()).contains(Fact.known("wifi.signal", "-60", "dBm"));
        assertThat(later.notes()).contains(Statement.of("span.facts"));
    }

    @Test
    void aSpanIsJudgedByTheLimitsOfItsSession() {
        run("a", START).server("1111111110".repeat(100));
        Span whole = span(START, Duration.ofSeconds(10_000));
        SessionSnapshot usual = over(whole);
        assertThat(usual.server().figures().state()).isEqualTo(PaneState.WATCH);
        var strict = new RateLimits(0.01, 0.05);
        SessionSnapshot now =
                new SessionSnapshot(
                        usual.printer(),
                        usual.revision(),
                        usual.at(),
                        usual.link(),
                        usual.failure(),
                        usual.retryAt(),
                        usual.agent(),
                        new PaneSnapshot(
                                usual.server().address(),
                                PaneJudge.judge(
                                        Trace.EMPTY, Thresholds.DEFAULT.withRates(0.01, 0.05)),
                                Trace.EMPTY,
                                List.of()),
                        null,
                        usual.probes(),
                        usual.facts(),
                        usual.side(),
                        usual.chain(),
                        usual.notes(),
                        usual.headline(),
                        usual.findings(),
                        usual.outcomes(),
                        usual.lost());
        SessionSnapshot judged = recall(HistoryBook.NONE).of(now, whole, Duration.ofHours(1));
        assertThat(judged.server().figures().state()).isEqualTo(PaneState.TAKE_ACTION);
        assertThat(judged.server().figures().limits()).isEqualTo(strict);
        assertThat(RecordedSession.within(judged, whole, FixPlans.NONE).server().figures().limits())
                .isEqualTo(strict);
    }

    @Test
    void aCameraIsReadToo() {
        Printer seeing = printer.configured(Printer.CLOUD, Printer.CLOUD);
        run("a", START)
                .add("webcam", ProbeKind.WEBCAM_SNAPSHOT, Duration.ofSeconds(10), "10".repeat(30));
        SessionSnapshot session =
                recall(HistoryBook.NONE).of(seeing, span(START, Duration.ofMinutes(10)));
        PaneSnapshot webcam = Objects.requireNonNull(session.webcam());
        assertThat(webcam.figures().errors()).isEqualTo(30);
    }

    /** Where it broke is told of the whole span, also where other probes are read of its end. */
    @Test
    void theBrokenLinkIsFoundBeforeWhatElseIsRead() {
        String calm = "1".repeat(4_000);
        WrittenHistory run = run("a", START);
        run.server(calm + "0".repeat(12) + calm);
        run.add(
                "gateway",
                ProbeKind.GATEWAY,
                Duration.ofSeconds(5),
                calm + calm + "0".repeat(24) + calm + calm);
        Span span = span(START, Duration.ofSeconds(80_120));
        SpanRecall recall = recall(HistoryBook.NONE);
        SessionSnapshot session = recall.of(recall.unwatched(printer), span, Duration.ofHours(2));
        assertThat(session.side().broken())
                .extracting(BrokenSpan::layer, BrokenSpan::slots)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Layer.ROUTER, 12));
        assertThat(session.notes()).contains(Statement.of("span.beside", Duration.ofHours(2)));
        ProbeTally gateway =
                session.probes().stream()
                        .filter(tally -> tally.kind() == ProbeKind.GATEWAY)
                        .findFirst()
                        .orElseThrow();
        assertThat(gateway.measured()).isEqualTo(1_440);
        assertThat(gateway.failed()).isZero();
    }

    @Test
    void anInterruptedReaderEndsEarly() {
        run("a", START).server("1".repeat(60));
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() ->
                        new SpanReader(store).pane(printer.id(), "server", span(START, DAY), null));
        assertThat(Thread.interrupted()).isTrue();
    }
}
