package dev.linkscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockMap;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.probe.Timings;
import dev.linkscope.engine.port.AgentFrame.Schedule;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.OutcomeStore.RecordedRun;
import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every history does, whichever database it is in. */
@Timeout(60)
abstract class OutcomeStoreContract {
    private static final String ROWS = "SELECT COUNT(*) FROM outcome";
    private static final String CHUNKED = "SELECT COALESCE(SUM(outcomes), 0) FROM chunk";

    /** Slots in an hour. */
    private static final int HOUR = 360;

    private final PrinterId printer = PrinterId.random();
    private OutcomeStore store;

    /** Opens the history of this test, each time the same. */
    abstract OutcomeStore openIt();

    /** What its database answers, past the store. */
    abstract long number(String sql);

    @BeforeEach
    void open() {
        store = openIt();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() {
        store.close();
        store = openIt();
    }

    @Test
    void everyFieldComesBack() {
        var outcomes =
                List.of(
                        new Outcome(
                                7,
                                "cam",
                                ProbeKind.WEBCAM_SNAPSHOT,
                                0,
                                1_001,
                                1_099,
                                SlotState.OK,
                                null,
                                null,
                                new Timings(1, 2, 3, 4, 5, 98_000),
                                Map.of("status", "200", "note", "tab\tline\nback\\slash\0ü")),
                        new Outcome(
                                9,
                                "cam",
                                ProbeKind.WEBCAM_SNAPSHOT,
                                1,
                                11_000,
                                16_000,
                                SlotState.FAILED,
                                Phase.BODY,
                                "too_large",
                                Timings.ofTotal(5_000_000),
                                Map.of()),
                        new Outcome(
                                10,
                                "cam",
                                ProbeKind.WEBCAM_SNAPSHOT,
                                2,
                                21_000,
                                21_000,
                                SlotState.NOT_MEASURED,
                                null,
                                "limited",
                                Timings.ofTotal(Timings.ABSENT),
                                Map.of("empty", "")));
        var schedule =
                new Schedule("cam", ProbeKind.WEBCAM_SNAPSHOT, 1_000, Duration.ofSeconds(10));
        var clock = new ClockReading(500, Instant.parse("2026-03-01T12:00:00.123456Z"));
        store.beginRun(printer, Made.run("r"));
        store.clock("r", clock);
        store.schedule("r", schedule);
        store.append("r", outcomes);
        store.flush();

        var expected = new RecordedRun(Made.run("r"), schedule, List.of(clock), outcomes);
        assertThat(store.read(printer, "cam", Instant.MIN, Instant.MAX)).containsExactly(expected);
        reopen(); // which also compresses what is left in rows
        store.flush();
        assertThat(store.read(printer, "cam", Instant.MIN, Instant.MAX)).containsExactly(expected);
        assertThat(store.committedSequence("r")).isEqualTo(10);
    }

    @Test
    void aDoubledOutcomeIsIgnored() {
        Made.announce(store, printer, "r");
        Made.announce(store, printer, "r");
        store.append("r", Made.outcomes(1, 20));
        store.append("r", Made.outcomes(11, 30));
        store.flush();

        assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, 30));
        assertThat(store.committedSequence("r")).isEqualTo(30);
    }

    @Test
    void closingSavesWhatWaits() {
        Made.announce(store, printer, "r");
        store.append("r", Made.outcomes(1, 2_345));
        reopen();

        assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, 2_345));
        store.close();
        store.close();
    }

    @Test
    void aSpanTakesItsStartAndLeavesItsEnd() {
        Made.announce(store, printer, "r");
        store.append("r", Made.outcomes(1, 1_000));
        store.flush();

        Instant from = Made.START.plusSeconds(3_000);
        Instant to = Made.START.plusSeconds(4_000);
        assertThat(read(from, to)).isEqualTo(Made.outcomes(301, 400));
        assertThat(read(from.plusNanos(1), to.plusNanos(1))).isEqualTo(Made.outcomes(302, 401));
        assertThat(read(from, from)).isEmpty();
        assertThat(read(to, from)).isEmpty();
        assertThat(store.read(printer, "other", Instant.MIN, Instant.MAX)).isEmpty();
        assertThat(store.read(PrinterId.random(), Made.TARGET, Instant.MIN, Instant.MAX)).isEmpty();
    }

    private List<Outcome> read(Instant from, Instant to) {
        return store.read(printer, Made.TARGET, from, to).stream()
                .flatMap(run -> run.outcomes().stream())
                .toList();
    }

    @Test
    void aLateTimeSynchronisationRedatesTheRun() {
        Made.announce(store, printer, "r");
        store.append("r", Made.outcomes(1, 10));
        Instant right = Made.START.plus(Duration.ofDays(365));
        store.clock("r", new ClockReading(95_000, right.plusSeconds(95)));
        store.append("r", Made.outcomes(11, 20));
        store.flush();

        assertThat(read(Made.START, Made.START.plusSeconds(300))).isEmpty();
        assertThat(read(right, right.plusSeconds(200))).isEqualTo(Made.outcomes(1, 20));
        RecordedRun run = store.read(printer, Made.TARGET, right, Instant.MAX).getFirst();
        assertThat(ClockMap.utcOf(run.clocks(), 0)).isEqualTo(right);
    }

    @Test
    void readingsThatSayNothingNewAreNotKept() {
        Made.announce(store, printer, "r");
        for (int i = 1; i <= 1_000; i++) {
            store.clock(
                    "r", new ClockReading(i * 5_000L, Made.START.plusMillis(i * 5_000L + i % 3)));
        }
        store.append("r", Made.outcomes(1, 1));
        store.flush();

        List<RecordedRun> runs = store.read(printer, Made.TARGET, Instant.MIN, Instant.MAX);
        assertThat(runs.getFirst().clocks()).hasSize(1);
    }

    @Test
    void aSecondSubscriptionInTheSameRunHasItsOwnGrid() {
        Made.announce(store, printer, "r");
        store.append("r", Made.outcomes(1, 5));
        var again =
                new Schedule(Made.TARGET, ProbeKind.SERVER_HTTP, 600_003, Duration.ofSeconds(2));
        store.schedule("r", again);
        Outcome first = at(Made.outcome(6), 0, 600_004);
        Outcome second = at(Made.outcome(7), 1, 602_003);
        store.append("r", List.of(first, second));
        store.flush();

        List<RecordedRun> runs = store.read(printer, Made.TARGET, Instant.MIN, Instant.MAX);
        assertThat(runs).hasSize(2);
        assertThat(runs.get(0).outcomes()).isEqualTo(Made.outcomes(1, 5));
        assertThat(runs.get(1).schedule()).isEqualTo(again);
        assertThat(runs.get(1).outcomes()).containsExactly(first, second);
    }

    private static Outcome at(Outcome outcome, long slot, long startMillis) {
        return new Outcome(
                outcome.sequence(),
                outcome.target(),
                outcome.kind(),
                slot,
                startMillis,
                startMillis + 50,
                outcome.state(),
                outcome.phase(),
                outcome.errorClass(),
                outcome.timings(),
                outcome.details());
    }

    @Test
    void twoPrintersOfOneHostShareARun() {
        var other = PrinterId.random();
        Made.announce(store, printer, "r");
        Made.announce(store, other, "r");
        store.append("r", Made.outcomes(1, 3));
        store.flush();

        assertThat(Made.readAll(store, printer)).hasSize(3);
        assertThat(Made.readAll(store, other)).hasSize(3);
    }

    @Test
    void aRunMustBeAnnounced() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.append("nobody", Made.outcomes(1, 1)));
        assertThat(store.committedSequence("nobody")).isZero();
    }

    @Test
    void theLatestFactStays() {
        store.fact(printer, Fact.known("wifi.signal", "-60", "dBm"), Made.START.plusSeconds(2));
        store.fact(printer, Fact.known("wifi.signal", "-70", "dBm"), Made.START);
        store.fact(printer, Fact.absent("gateway.address"), Made.START);
        store.fact(printer, Fact.notChecked("host.throttled", "no tool"), Made.START);
        store.flush();

        assertThat(store.facts(printer))
                .containsExactly(
                        Fact.absent("gateway.address"),
                        Fact.notChecked("host.throttled", "no tool"),
                        Fact.known("wifi.signal", "-60", "dBm"));
        assertThat(store.facts(PrinterId.random())).isEmpty();
    }

    @Test
    void manyPrintersWriteAndReadAtOnce() throws InterruptedException {
        var printers = new ArrayList<PrinterId>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 40; i++) {
            var one = PrinterId.random();
            printers.add(one);
            String runId = "run-" + i;
            threads.add(
                    NamedThreads.virtual(
                            runId,
                            () -> {
                                Made.announce(store, one, runId);
                                for (int n = 0; n < 500; n += 5) {
                                    store.append(runId, Made.outcomes(n + 1, n + 5));
                                    if (n % 100 == 0) {
                                        Made.readAll(store, one);
                                    }
                                }
                            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        store.flush();

        assertThat(printers)
                .allSatisfy(one ->
                        assertThat(Made.readAll(store, one)).isEqualTo(Made.outcomes(1, 500)));
    }

    @Test
    void twoProgramsMayShareTheHistory() {
        try (OutcomeStore other = openIt()) {
            Made.announce(store, printer, "r");
            store.flush();
            Made.announce(other, printer, "r");
            for (int n = 0; n < 1_000; n += 10) {
                store.append("r", Made.outcomes(n + 1, n + 10));
                other.append("r", Made.outcomes(n + 1, n + 10));
            }
            store.flush();
            other.flush();

            assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, 1_000));
            assertThat(Made.readAll(other, printer)).isEqualTo(Made.outcomes(1, 1_000));
        }
    }

    @Test
    void onlyTheOpenHourStaysInRows() {
        Made.announce(store, printer, "r");
        store.append("r", Made.outcomes(1, 3 * HOUR + 5));
        store.flush();
        // The grace after the hour is not over yet: six slots.
        await().until(() -> number(CHUNKED) == 2 * HOUR);
        assertThat(number(ROWS)).isEqualTo(HOUR + 5);

        store.append("r", Made.outcomes(3 * HOUR + 6, 3 * HOUR + 7));
        store.flush();
        await().until(() -> number(CHUNKED) == 3 * HOUR);
        assertThat(number(ROWS)).isEqualTo(7);
        assertThat(store.committedSequence("r")).isEqualTo(3 * HOUR + 7);
        assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, 3 * HOUR + 7));
    }

    /** Who takes a printer over writes again what the other had written, and a little more. */
    @Test
    void twoProgramsWriteTheSameRunAtOnce() throws InterruptedException {
        Made.announce(store, printer, "r");
        store.flush();
        try (OutcomeStore other = openIt()) {
            Made.announce(other, printer, "r");
            Thread theirs = NamedThreads.platform("other", () -> writeInSteps(other, 7, 4_000));
            theirs.start();
            writeInSteps(store, 13, 4_013);
            theirs.join();
            store.flush();
            other.flush();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> number(ROWS) <= 360 + 60);
        assertThat(store.committedSequence("r")).isEqualTo(4_017);
        assertThat(Made.readAll(store, printer)).isEqualTo(Made.outcomes(1, 4_017));
        assertThat(number(ROWS) + number(CHUNKED)).isGreaterThanOrEqualTo(4_017);
    }

    private static void writeInSteps(OutcomeStore to, int step, int last) {
        for (int n = 1; n <= last; n += step) {
            to.append("r", Made.outcomes(n, n + step - 1));
        }
    }

    @Test
    void aTextWithNulIsKeptWithoutIt() {
        Made.announce(store, printer, "r");
        store.fact(printer, Fact.known("os", "a\0b", null), Made.START);
        store.append("r", Made.outcomes(1, 3));
        store.flush();

        assertThat(store.committedSequence("r")).isEqualTo(3);
        assertThat(store.facts(printer)).containsExactly(Fact.known("os", "a\uFFFDb", null));
    }
}
