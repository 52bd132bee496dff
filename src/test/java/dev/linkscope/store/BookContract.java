package dev.linkscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Confidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.history.FactReading;
import dev.linkscope.domain.history.FindingSpan;
import dev.linkscope.domain.history.HistorySize;
import dev.linkscope.domain.history.Retention;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentFrame.Schedule;
import dev.linkscope.engine.port.OutcomeStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is kept beside single outcomes, whichever database it is in. */
@Timeout(60)
abstract class BookContract extends SumsContract {
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
        close();
        open();
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
        awaitInTime(() -> number(CHUNKED) == 3 * day && number(SUMMED) == 4 * day);
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
        awaitInTime(() -> number(CHUNKED) == day && number(SUMMED) == 2 * day);
        await().until(() -> number("SELECT COUNT(*) FROM fact") == 0);
        assertThat(store().latest(printer).orElseThrow().sequence()).isEqualTo(4 * day);
        assertThat(book().notes(printer, Instant.MIN, Instant.MAX)).hasSize(1);
        execute("DELETE FROM chunk");
        assertThat(store().latest(printer).orElseThrow().sequence()).isEqualTo(3 * day);
    }

    @Test
    void whatIsToBeForgottenOnceGoesWithItsSums() {
        int day = 24 * SLOTS;
        record("r", Made.START, Made.outcomes(1, 4 * day));
        now.set(Made.START.plus(Duration.ofDays(4)));
        reopen();
        book().keep(note("1", printer, 0, "old"));
        assertThat(book().forgetBefore(Made.START.plus(Duration.ofDays(2)))).isTrue();
        awaitInTime(() -> number(CHUNKED) == 2 * day && number(SUMMED) == 2 * day);
        assertThat(Made.readAll(store(), printer)).isEqualTo(Made.outcomes(2 * day + 1, 4 * day));
        assertThat(book().notes(printer, Instant.MIN, Instant.MAX)).hasSize(1);

        // Not even now: what the newest day needs always stays.
        book().forgetBefore(Made.START.plus(Duration.ofDays(9)));
        awaitInTime(() -> number(CHUNKED) == day);
        assertThat(store().latest(printer).orElseThrow().sequence()).isEqualTo(4 * day);
    }

    @Test
    void aPrintersPastGoesAndNoOthers() {
        record("old", Made.START, Made.outcomes(1, 5 * SLOTS));
        Instant later = Made.START.plus(Duration.ofHours(6));
        record("last", later, Made.outcomes(1, 2 * SLOTS));
        store().lost("last", new AgentFrame.Lost(700, 720, List.of()));
        now.set(later.plus(Duration.ofHours(2)));
        reopen();
        awaitInTime(() -> number(CHUNKED) == 7 * SLOTS);
        PrinterId other = PrinterId.random();
        store().beginRun(
                        other,
                        new OutcomeStore.Run("other", "boot", "process", "0.1.0", Made.START));
        store().clock("other", new ClockReading(0, Made.START));
        store().schedule(
                        "other", new Schedule(Made.TARGET, ProbeKind.SERVER_HTTP, 0, Made.CADENCE));
        store().append("other", Made.outcomes(1, 5));
        for (PrinterId each : List.of(printer, other)) {
            store().fact(each, Fact.known("wifi.signal", "-61", "dBm"), later);
            book().concluded(each, later, List.of(finding("dns", Severity.WATCH, "a")));
            book().keep(note("of " + each, each, 0, "moved"));
        }
        book().keep(note("all", null, 0, "a new router"));
        store().append("last", Made.outcomes(2 * SLOTS + 1, 2 * SLOTS + 30));

        assertThat(store().forget(printer)).isTrue();

        assertThat(Made.readAll(store(), printer)).isEmpty();
        assertThat(all(HOUR)).isEmpty();
        assertThat(book().outages(printer, Made.TARGET, Instant.MIN, Instant.MAX)).isEmpty();
        assertThat(spans()).isEmpty();
        assertThat(store().facts(printer)).isEmpty();
        assertThat(store().readings(printer, Set.of(), Instant.MIN, Instant.MAX)).isEmpty();
        assertThat(store().lost("last")).isEmpty();
        assertThat(book().notes(printer, Instant.MIN, Instant.MAX))
                .extracting(UserNote::text)
                .containsExactly("a new router");
        assertThat(number("SELECT COUNT(*) FROM outcome")).isEqualTo(5);
        assertThat(number("SELECT COUNT(*) FROM chunk")).isZero();
        assertThat(number("SELECT COUNT(*) FROM rollup")).isZero();

        assertThat(Made.readAll(store(), other)).isEqualTo(Made.outcomes(1, 5));
        assertThat(store().facts(other)).hasSize(1);
        assertThat(store().readings(other, Set.of(), Instant.MIN, Instant.MAX)).hasSize(1);
        assertThat(book().findings(other, Instant.MIN, Instant.MAX)).hasSize(1);
        assertThat(book().notes(other, Instant.MIN, Instant.MAX)).hasSize(2);
    }

    @Test
    void aPrinterWhosePastIsGoneIsMeasuredOn() {
        record("r", Made.START, Made.outcomes(1, 100));
        store().fact(printer, Fact.known("wifi.signal", "-61", "dBm"), Made.START);
        book().concluded(printer, Made.START, List.of(finding("dns", Severity.WATCH, "a")));
        assertThat(store().forget(printer)).isTrue();
        assertThat(store().latest(printer).orElseThrow().sequence())
                .as("its agent is not asked again for what is forgotten")
                .isEqualTo(100);

        record("r", Made.START, Made.outcomes(101, 130));
        store().fact(printer, Fact.known("wifi.signal", "-64", "dBm"), Made.START.plusSeconds(99));
        store().flush();
        Instant at = Made.START.plusSeconds(60);
        book().concluded(printer, at, List.of(finding("dns", Severity.WATCH, "a")));
        assertThat(Made.readAll(store(), printer)).isEqualTo(Made.outcomes(101, 130));
        assertThat(store().readings(printer, Set.of(), Instant.MIN, Instant.MAX)).hasSize(1);
        now.set(at);
        assertThat(spans()).containsExactly(span("dns", Severity.WATCH, "a", 60, -1));
        reopen();
        assertThat(store().latest(printer).orElseThrow().sequence()).isEqualTo(130);
        assertThat(store().forget(PrinterId.random())).as("of whom nothing is kept").isTrue();
    }

    @Test
    void whatWasTriedOutlivesAPrintersPast() {
        execute(
                "INSERT INTO fix_case (case_id, fix_group, printer, plan, cause, pane,"
                        + " begun_micros, step, state) VALUES ('c', 'g', '"
                        + printer
                        + "', 'plan', 'cause', 'server', 0, 'step', 'OPEN')");
        execute(
                "INSERT INTO fix_entry (entry_id, case_id, printer, step, who, begun_micros, state)"
                        + " VALUES ('e', 'c', '"
                        + printer
                        + "', 'step', 'USER', 0, 'DONE')");
        record("r", Made.START, Made.outcomes(1, 10));
        assertThat(store().forget(printer)).isTrue();
        assertThat(number("SELECT COUNT(*) FROM fix_case")).isEqualTo(1);
        assertThat(number("SELECT COUNT(*) FROM fix_entry")).isEqualTo(1);
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

        awaitInTime(() -> number("SELECT COUNT(*) FROM run") == 2);
        assertThat(store().latest(printer).orElseThrow().run().runId()).isEqualTo("last");
        assertThat(store().latest(printer).orElseThrow().sequence()).isEqualTo(5);
        assertThat(store().latest(other).orElseThrow().sequence()).isEqualTo(5);
        assertThat(number("SELECT COUNT(*) FROM schedule")).isEqualTo(2);
    }

    @Test
    void aFactThatChartsDrawIsKeptOverTime() {
        read("power.undervoltage.now", "false", 0);
        read("power.undervoltage.now", "true", 10);
        read("power.undervoltage.now", "true", 20);
        read("power.undervoltage.now", "false", 30);
        read("power.undervoltage.now", "false", 3_600);
        read("power.undervoltage.now", "false", 3_700);
        read("os.name", "a", 0);
        store().fact(printer, Fact.absent("wifi.band"), Made.START.plusSeconds(5));
        store().fact(PrinterId.random(), Fact.absent("wifi.band"), Made.START);
        assertThat(readings(Set.of(), 0, 10_000))
                .containsExactly(
                        reading("power.undervoltage.now", "false", 0),
                        new FactReading(Made.START.plusSeconds(5), Fact.absent("wifi.band")),
                        reading("power.undervoltage.now", "true", 10),
                        reading("power.undervoltage.now", "false", 30),
                        // It stayed so, and was told again.
                        reading("power.undervoltage.now", "false", 3_700));
        assertThat(readings(Set.of("power.undervoltage.now"), 15, 30))
                .containsExactly(reading("power.undervoltage.now", "true", 10));
        assertThat(readings(Set.of("power.throttled.now"), 0, 100)).isEmpty();
        assertThat(store().facts(printer)).hasSize(3);
        reopen();
        read("wifi.band", "5", 4_000);
        assertThat(readings(Set.of("wifi.band"), 3_000, 5_000)).hasSize(2);
    }

    @Test
    void ofANumberThatNeverRestsTheNewestOfEachHalfMinuteStays() {
        for (int second = 0; second < 600; second += 10) {
            read("wifi.signal", Integer.toString(-60 - second / 10 % 7), second);
        }
        read("wifi.signal", "-80", 605);
        // What an agent held while the link was down comes late.
        read("wifi.signal", "-90", 65);
        read("wifi.signal", "-90", -40);
        List<FactReading> kept = readings(Set.of("wifi.signal"), -100, 1_000);
        assertThat(kept).hasSize(22);
        assertThat(kept.getFirst()).isEqualTo(reading("wifi.signal", "-90", -40));
        assertThat(kept.getLast()).isEqualTo(reading("wifi.signal", "-80", 605));
        assertThat(kept)
                .extracting(reading -> Math.floorDiv(reading.at().getEpochSecond(), 30))
                .doesNotHaveDuplicates();
    }

    @Test
    void readingsGoWithTheOutcomesBesideThem() {
        int day = 24 * SLOTS;
        record("r", Made.START, Made.outcomes(1, 4 * day));
        for (int hour = 0; hour < 96; hour++) {
            read("wifi.signal", Integer.toString(-60 - hour % 2), hour * 3_600L);
        }
        now.set(Made.START.plus(Duration.ofDays(4)));
        reopen();
        book().keep(new Retention(Duration.ofDays(3), Duration.ofDays(396), 2_000_000_000));
        awaitInTime(() -> number("SELECT COUNT(*) FROM reading") == 72);
        assertThat(readings(Set.of(), 0, 500_000).getFirst().at())
                .isEqualTo(Made.START.plus(Duration.ofDays(1)));
        // There is no room: the newest day stays.
        book().keep(new Retention(Duration.ofDays(3), Duration.ofDays(396), 1));
        awaitInTime(() -> number("SELECT COUNT(*) FROM reading") == 24 && number(CHUNKED) == day);
    }

    private void read(String key, String value, long second) {
        FactReading reading = reading(key, value, second);
        store().fact(printer, reading.fact(), reading.at());
    }

    private static FactReading reading(String key, String value, long second) {
        return new FactReading(Made.START.plusSeconds(second), Fact.known(key, value, "unit"));
    }

    private List<FactReading> readings(Set<String> keys, long from, long to) {
        store().flush();
        return store().readings(
                        printer, keys, Made.START.plusSeconds(from), Made.START.plusSeconds(to));
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
}
