package dev.linkscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.history.Rollup;
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
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sums and outages, whichever database they are in. */
@Timeout(60)
abstract class SumsContract {
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Duration HOUR = Duration.ofHours(1);
    static final int SLOTS = 360;
    static final String CHUNKED = "SELECT COALESCE(SUM(outcomes), 0) FROM chunk";
    static final String SUMMED = "SELECT COALESCE(SUM(ok + failed + not_measured), 0) FROM rollup";

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

    /** Waits while hours pass: what a shared history has of a run is compressed in its silence. */
    final void awaitInTime(BooleanSupplier reached) {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> {
                    now.set(now.get().plus(Duration.ofMinutes(62)));
                    return reached.getAsBoolean();
                });
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
        await().atMost(Duration.ofSeconds(30)).until(() -> summed(slots));
    }

    private boolean summed(long slots) {
        return number(CHUNKED) == slots && number(SUMMED) == slots;
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
        awaitInTime(() -> summed(2 * SLOTS + 50));
        assertThat(all(MINUTE)).isEqualTo(Resummed.of(store(), printer, MINUTE));
        assertThat(all(HOUR)).isEqualTo(Resummed.of(store(), printer, HOUR));
    }

    @Test
    void hoursCompressedEarlierAreSummedUpInTheBackground() {
        Made.announce(store(), printer, "r");
        store().append("r", Made.outcomes(1, 30 * SLOTS));
        store().flush();
        reopen();
        awaitInTime(() -> summed(30 * SLOTS));
        List<Rollup> before = all(MINUTE);
        List<Outage> outages = outages();
        execute("DELETE FROM rollup");
        assertThat(all(MINUTE)).isEqualTo(before);
        assertThat(outages()).isEqualTo(outages).isNotEmpty();

        reopen();
        awaitInTime(() -> summed(30 * SLOTS));
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
