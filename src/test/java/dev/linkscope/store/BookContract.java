package dev.linkscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Confidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.history.FindingSpan;
import dev.linkscope.domain.history.HistorySize;
import dev.linkscope.domain.history.Retention;
import dev.linkscope.domain.history.Rollup;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.probe.Timings;
import dev.linkscope.engine.RecordedTrace;
import dev.linkscope.engine.port.AgentFrame.Schedule;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is kept beside single outcomes, whichever database it is in. */
@Timeout(60)
abstract class BookContract {
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Duration HOUR = Duration.ofHours(1);
    private static final int SLOTS = 360;
    private static final String CHUNKED = "SELECT COALESCE(SUM(outcomes), 0) FROM chunk";
    private static final String SUMMED =
            "SELECT COALESCE(SUM(ok + failed + not_measured), 0) FROM rollup";

    final PrinterId printer = PrinterId.random();
    final AtomicReference<Instant> now = new AtomicReference<>(Made.START);
    StoreOpened opened;

    abstract StoreOpened openIt(InstantSource time);

    abstract long number(String sql);

    abstract void execute(String sql);

    @BeforeEach
    void open() {
        opened = openIt(now::get);
    }

    @AfterEach
    void close() {
        opened.store().close();
    }

    final OutcomeStore store() {
        return opened.store();
    }

    final HistoryBook book() {
        return opened.book();
    }

    final void reopen() {
        close();
        open();
    }

    /** Slots of a run that begins when this computer first sees it. */
    final void record(String run, Instant start, List<Outcome> outcomes) {
        store().beginRun(
                        printer,
                        new OutcomeStore.Run(run, "boot-" + run, "process", "0.1.0", start));
        store().clock(run, new ClockReading(0, start));
        store().schedule(run, new Schedule(Made.TARGET, ProbeKind.SERVER_HTTP, 0, Made.CADENCE));
        store().append(run, outcomes);
        store().flush();
    }

    final List<Rollup> all(Duration width) {
        return book().rollups(printer, Made.TARGET, width, Instant.MIN, Instant.MAX);
    }

    private List<Outage> outages() {
        return book().outages(printer, Made.TARGET, Instant.MIN, Instant.MAX);
    }

    private List<Outage> judged() {
        var runs = store().read(printer, Made.TARGET, Instant.MIN, Instant.MAX);
        return PaneJudge.judge(RecordedTrace.of(runs), Thresholds.DEFAULT).outages();
    }

    private void awaitSums(long slots) {
        await().until(() -> number(CHUNKED) == slots && number(SUMMED) == slots);
    }

    @Test
    void sumsOfClosedAndOpenHoursAreThoseOfTheirOutcomes() {
        Made.announce(store(), printer, "r");
        store().append("r", Made.outcomes(1, 3 * SLOTS + 100));
        store().flush();
        awaitSums(3 * SLOTS);

        assertThat(all(MINUTE)).isEqualTo(Resummed.of(store(), printer, MINUTE)).hasSize(197);
        assertThat(all(HOUR)).isEqualTo(Resummed.of(store(), printer, HOUR)).hasSize(4);
        Instant from = Made.START.plus(Duration.ofMinutes(90));
        assertThat(book().rollups(printer, Made.TARGET, MINUTE, from, from.plus(HOUR)))
                .hasSize(60)
                .first()
                .extracting(Rollup::start)
                .isEqualTo(from);
        assertThat(book().rollups(printer, "other", HOUR, Instant.MIN, Instant.MAX)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all(Duration.ofMinutes(5)))
                .withMessageContaining("minute");
    }

    @Test
    void lateRowsAreMergedAndDoubledOnesCountOnce() {
        Made.announce(store(), printer, "r");
        store().append("r", Made.outcomes(201, 2 * SLOTS + 50));
        store().flush();
        awaitSums(2 * SLOTS - 200);
        store().append("r", Made.outcomes(1, 300));
        store().flush();
        assertThat(all(MINUTE)).isEqualTo(Resummed.of(store(), printer, MINUTE));

        reopen(); // which compresses what is left
        awaitSums(2 * SLOTS + 50);
        assertThat(all(MINUTE)).isEqualTo(Resummed.of(store(), printer, MINUTE));
        assertThat(all(HOUR)).isEqualTo(Resummed.of(store(), printer, HOUR));
    }

    @Test
    void hoursCompressedEarlierAreSummedUpInTheBackground() {
        Made.announce(store(), printer, "r");
        store().append("r", Made.outcomes(1, 30 * SLOTS));
        store().flush();
        reopen();
        awaitSums(30 * SLOTS);
        List<Rollup> before = all(MINUTE);
        List<Outage> outages = outages();
        execute("DELETE FROM rollup");
        assertThat(all(MINUTE)).isEqualTo(before);
        assertThat(outages()).isEqualTo(outages).isNotEmpty();

        reopen();
        awaitSums(30 * SLOTS);
        assertThat(all(MINUTE)).isEqualTo(before);
    }

    @Test
    void aLateTimeSynchronisationRedatesSumsAndOutages() {
        Made.announce(store(), printer, "r");
        store().append("r", outcomes(0, 800, slot -> slot >= 355 && slot < 365));
        store().flush();
        awaitSums(2 * SLOTS);
        Instant right = Made.START.plus(Duration.ofDays(400));
        store().clock("r", new ClockReading(0, right));
        store().clock("r", new ClockReading(8_000_000, right.plusSeconds(8_000)));
        store().flush();

        assertThat(all(HOUR).getFirst().start()).isEqualTo(right);
        assertThat(outages())
                .singleElement()
                .extracting(Outage::start)
                .isEqualTo(right.plusSeconds(3_550));
    }

    @Test
    void anOutageThatCrossesHoursIsOneOutage() {
        Made.announce(store(), printer, "r");
        store().append("r", outcomes(0, 2_000, slot -> slot >= 350 && slot < 1_500));
        store().flush();
        awaitSums(5 * SLOTS);

        Instant start = Made.START.plusSeconds(3_500);
        var whole = new Outage(start, Made.START.plusSeconds(15_000), 1_150, Phase.CONNECT);
        assertThat(outages()).containsExactly(whole).isEqualTo(judged());
        // Asked for a part of it, it is the same.
        Instant middle = Made.START.plusSeconds(9_000);
        assertThat(book().outages(printer, Made.TARGET, middle, middle.plusSeconds(1)))
                .containsExactly(whole);
        assertThat(book().outages(printer, Made.TARGET, whole.end(), Instant.MAX)).isEmpty();
        assertThat(book().outages(printer, Made.TARGET, Instant.MIN, start)).isEmpty();
    }

    @Test
    void outagesAreThoseOfTheTrace() {
        var random = new Random(8);
        boolean[] failed = new boolean[12 * SLOTS];
        for (int i = 0; i < failed.length; i++) {
            failed[i] = random.nextInt(100) < (i / 100 % 3 == 0 ? 60 : 8);
        }
        Made.announce(store(), printer, "r");
        store().append("r", outcomes(0, failed.length, slot -> failed[(int) slot]));
        // The subscription is made again: another grid, the same pane.
        var again = new Schedule(Made.TARGET, ProbeKind.SERVER_HTTP, 43_300_000, Made.CADENCE);
        store().schedule("r", again);
        store().append("r", shifted(failed.length, 43_300_000, 500));
        store().flush();
        // The grid of the second begins 100 s into its hour.
        awaitSums(12 * SLOTS + 350);

        assertThat(outages()).isEqualTo(judged()).hasSizeGreaterThan(100);
    }

    @Test
    void findingsAreSpansOfTime() {
        Instant at = Made.START;
        book().concluded(printer, at, List.of(finding("dns", Severity.WATCH, "first")));
        book().concluded(printer, at.plusSeconds(60), List.of(finding("dns", Severity.WATCH, "b")));
        book().concluded(
                        printer,
                        at.plusSeconds(120),
                        List.of(
                                finding("dns", Severity.CRITICAL, "worst"),
                                finding("wifi", Severity.INFO, "w"),
                                refuted("power")));
        book().concluded(printer, at.plusSeconds(180), List.of(finding("dns", Severity.INFO, "x")));
        now.set(at.plusSeconds(200));
        assertThat(spans())
                .containsExactly(
                        span("dns", Severity.CRITICAL, "worst", 0, -1),
                        span("wifi", Severity.INFO, "w", 120, 180));
        book().concluded(printer, at.plusSeconds(240), List.of());
        book().concluded(PrinterId.random(), at, List.of(finding("dns", Severity.INFO, "y")));
        assertThat(spans())
                .containsExactly(
                        span("dns", Severity.CRITICAL, "worst", 0, 240),
                        span("wifi", Severity.INFO, "w", 120, 180));
        assertThat(book().findings(printer, at.plusSeconds(180), at.plusSeconds(190)))
                .containsExactly(span("dns", Severity.CRITICAL, "worst", 0, 240));
        assertThat(book().findings(printer, at.plusSeconds(240), Instant.MAX)).isEmpty();
    }

    @Test
    void aFindingThatNobodyConfirmedEndedWhenItWasLastSeen() {
        book().concluded(printer, Made.START, List.of(finding("dns", Severity.WATCH, "a")));
        Instant later = Made.START.plus(Duration.ofMinutes(6));
        book().concluded(printer, later, List.of(finding("dns", Severity.WATCH, "a")));
        now.set(later);
        assertThat(spans()).containsExactly(span("dns", Severity.WATCH, "a", 0, -1));
        now.set(Made.START.plus(Duration.ofDays(2)));
        assertThat(spans()).containsExactly(span("dns", Severity.WATCH, "a", 0, 360));
        reopen();
        book().concluded(printer, now.get(), List.of(finding("dns", Severity.WATCH, "c")));
        assertThat(spans())
                .containsExactly(
                        span("dns", Severity.WATCH, "a", 0, 360),
                        span("dns", Severity.WATCH, "c", 172_800, -1));
    }

    @Test
    void notesAreKeptReplacedAndForgotten() {
        var mine = note("1", printer, 10, "moved \0 to the garage \\ 🏠");
        var everyones = note("2", null, 5, "new router");
        var others = note("3", PrinterId.random(), 5, "theirs");
        for (UserNote note : List.of(mine, everyones, others)) {
            assertThat(book().keep(note)).isTrue();
        }
        assertThat(book().notes(printer, Instant.MIN, Instant.MAX))
                .containsExactly(everyones, mine);
        assertThat(book().notes(printer, Made.START, everyones.at())).isEmpty();
        var longer = note("1", printer, 20, "x".repeat(UserNote.LONGEST));
        assertThat(book().keep(longer)).isTrue();
        assertThat(book().forget("2")).isTrue();
        reopen();
        assertThat(book().notes(printer, Instant.MIN, Instant.MAX)).containsExactly(longer);
        assertThat(book().keep(note("4", printer, 1, "x".repeat(UserNote.LONGEST + 1)))).isFalse();
        assertThat(book().keep(note("4", printer, 1, " "))).isFalse();
    }

    @Test
    void oldOutcomesGoTheirSumsStayAndTheRunGoesOn() {
        int day = 24 * SLOTS;
        record("r", Made.START, Made.outcomes(1, 4 * day));
        now.set(Made.START.plus(Duration.ofDays(4)));
        reopen();
        book().keep(note("1", printer, 0, "old"));
        book().keep(new Retention(Duration.ofDays(3), Duration.ofDays(396), 2_000_000_000));
        await().until(() -> number(CHUNKED) == 3 * day && number(SUMMED) == 4 * day);
        assertThat(Made.readAll(store(), printer)).isEqualTo(Made.outcomes(day + 1, 4 * day));
        assertThat(all(HOUR)).hasSize(96);
        HistorySize size = book().size();
        assertThat(size.oldestOutcome()).isEqualTo(Made.START.plus(Duration.ofDays(1)));
        assertThat(size.oldestRollup()).isEqualTo(Made.START);
        assertThat(size.bytes()).isPositive();
        assertThat(size.limit()).isEqualTo(2_000_000_000);

        // Nothing is measured for a year: the newest day and how far it went stay.
        store().fact(printer, Fact.known("os", "a", null), Made.START);
        store().flush();
        book().keep(new Retention(Duration.ZERO, Duration.ofDays(2), Long.MAX_VALUE));
        await().until(() -> number(CHUNKED) == day && number(SUMMED) == 2 * day);
        await().until(() -> number("SELECT COUNT(*) FROM fact") == 0);
        assertThat(store().latest(printer).orElseThrow().sequence()).isEqualTo(4 * day);
        assertThat(book().notes(printer, Instant.MIN, Instant.MAX)).hasSize(1);
        execute("DELETE FROM chunk");
        assertThat(store().latest(printer).orElseThrow().sequence()).isEqualTo(3 * day);
    }

    @Test
    void runsOfWhichNothingIsLeftGoButNotTheLastOfAPrinter() {
        record("old", Made.START, Made.outcomes(1, 5));
        record("last", Made.START.plusSeconds(3_600), Made.outcomes(1, 5));
        PrinterId other = PrinterId.random();
        now.set(Made.START.plus(Duration.ofDays(500)));
        store().beginRun(other, new OutcomeStore.Run("theirs", "boot", "process", "1", now.get()));
        store().clock("theirs", new ClockReading(0, now.get().minus(HOUR)));
        store().schedule("theirs", new Schedule(Made.TARGET, ProbeKind.DNS, 0, Made.CADENCE));
        store().append("theirs", Made.outcomes(1, 5));
        reopen();

        await().until(() -> number("SELECT COUNT(*) FROM run") == 2);
        assertThat(store().latest(printer).orElseThrow().run().runId()).isEqualTo("last");
        assertThat(store().latest(printer).orElseThrow().sequence()).isEqualTo(5);
        assertThat(store().latest(other).orElseThrow().sequence()).isEqualTo(5);
        assertThat(number("SELECT COUNT(*) FROM schedule")).isEqualTo(2);
    }

    private List<FindingSpan> spans() {
        return book().findings(printer, Instant.MIN, Instant.MAX);
    }

    private static FindingSpan span(
            String rule, Severity severity, String title, long from, long to) {
        return new FindingSpan(
                rule,
                severity,
                Statement.of("finding." + title, 3, Duration.ofSeconds(7)),
                Made.START.plusSeconds(from),
                to < 0 ? null : Made.START.plusSeconds(to));
    }

    private static Finding finding(String rule, Severity severity, String title) {
        return new Finding(
                rule,
                Verdict.SUPPORTED,
                severity,
                Confidence.CONFIRMED,
                Statement.of("finding." + title, 3, Duration.ofSeconds(7)),
                List.of(),
                null,
                List.of());
    }

    private static Finding refuted(String rule) {
        return new Finding(
                rule,
                Verdict.REFUTED,
                Severity.CRITICAL,
                Confidence.CONFIRMED,
                Statement.of("finding.no"),
                List.of(),
                null,
                List.of());
    }

    private static UserNote note(String id, PrinterId about, long at, String text) {
        return new UserNote(
                id, about, Made.START.plusSeconds(at), Made.START.plusSeconds(at + 1), text);
    }

    private static List<Outcome> outcomes(long first, long last, LongPredicate failed) {
        return LongStream.range(first, last)
                .mapToObj(slot -> slot(slot, slot, slot * 10_000, failed.test(slot)))
                .toList();
    }

    private static List<Outcome> shifted(long before, long firstMillis, int count) {
        var outcomes = new ArrayList<Outcome>();
        for (int slot = 0; slot < count; slot++) {
            outcomes.add(slot(before + slot, slot, firstMillis + slot * 10_000L, slot % 7 < 3));
        }
        return outcomes;
    }

    private static Outcome slot(long sequence, long slot, long start, boolean failed) {
        return new Outcome(
                sequence + 1,
                Made.TARGET,
                ProbeKind.SERVER_HTTP,
                slot,
                start,
                start + 50,
                failed ? SlotState.FAILED : SlotState.OK,
                failed ? Phase.CONNECT : null,
                failed ? "timeout" : null,
                Timings.ofTotal(50_000),
                Map.of());
    }
}
