package dev.linkscope.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.FactReading;
import dev.linkscope.domain.history.PaneTimeline;
import dev.linkscope.domain.history.Retention;
import dev.linkscope.domain.history.SmokeColumn;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.engine.RecordedSession;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HistoryTimelinesTest {
    private static final Instant START = Instant.parse("2026-11-15T20:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir Path folder;
    private final AtomicReference<Instant> now =
            new AtomicReference<>(START.plus(Duration.ofDays(4)));
    private final Printer printer =
            new Printer(
                    PrinterId.random(),
                    "Prusa",
                    new Target.Ssh("octopi.local", null, "pi", null),
                    Printer.CLOUD,
                    null,
                    Duration.ofSeconds(10));
    private final SessionSnapshot shown =
            RecordedSession.unwatched(printer, Optional.empty(), now.get());
    private StoreOpened opened;
    private Timelines timelines;

    @BeforeEach
    void open() {
        opened = SqliteHistory.open(folder.resolve("history.db"), now::get);
        timelines =
                new HistoryTimelines(
                        opened.store(),
                        opened.book(),
                        new SpanRecall(opened.store(), opened.book(), FixPlans.NONE, now::get),
                        statement -> statement.key());
    }

    @AfterEach
    void close() {
        opened.store().close();
    }

    private WrittenHistory run() {
        return new WrittenHistory(opened.store(), printer.id(), "a", START);
    }

    private PaneTimeline pane(Span span, int columns) throws IOException {
        return timelines.pane(shown, FixPane.SERVER, span, columns);
    }

    private static long measured(PaneTimeline pane) {
        return pane.smoke().stream().mapToLong(SmokeColumn::measured).sum();
    }

    private static long failed(PaneTimeline pane) {
        return pane.smoke().stream().mapToLong(SmokeColumn::failed).sum();
    }

    @Test
    void aSpanIsDrawnOfItsSlots() throws IOException {
        run().server("1".repeat(360) + "0".repeat(36) + "1".repeat(324));
        var span = new Span(START.plusSeconds(1_800), START.plusSeconds(5_400));
        PaneTimeline pane = pane(span, 60);
        assertThat(pane.fromSums()).isFalse();
        assertThat(pane.trace().slots()).hasSize(360);
        assertThat(measured(pane)).isEqualTo(360);
        assertThat(failed(pane)).isEqualTo(36);
        assertThat(pane.smoke()).hasSize(60).allMatch(column -> column.measured() == 6);
        assertThat(pane.outages())
                .singleElement()
                .satisfies(
                        outage -> assertThat(outage.start()).isEqualTo(START.plusSeconds(3_600)));
        assertThat(pane.curve()).hasSizeBetween(20, 60);
        // The window of the first point holds what was before the span.
        assertThat(pane.curve().getFirst().high()).isLessThan(0.10);
        assertThat(pane.curve()).allMatch(point -> point.at().isAfter(span.from()));
        assertThat(pane.curve().getLast().at()).isEqualTo(span.to());
    }

    @Test
    void anOutageThatBeganBeforeTheSpanIsInIt() throws IOException {
        run().server("1".repeat(90) + "0".repeat(60) + "1".repeat(90));
        PaneTimeline pane = pane(new Span(START.plusSeconds(1_200), START.plusSeconds(1_300)), 600);
        assertThat(pane.outages())
                .singleElement()
                .satisfies(outage -> assertThat(outage.start()).isEqualTo(START.plusSeconds(900)));
        assertThat(pane.smoke()).hasSize(10);
        PaneTimeline quiet = pane(new Span(START, START.plusSeconds(600)), 1);
        assertThat(quiet.outages()).isEmpty();
        assertThat(quiet.curve()).hasSize(1);
        assertThat(quiet.smoke()).hasSize(1);
    }

    @Test
    void whereOutcomesAreForgottenTheirSumsAreDrawn() throws IOException {
        String day = "1".repeat(8_000) + "0".repeat(40) + "1".repeat(600);
        run().server(day.repeat(4));
        var whole = new Span(START, now.get());
        PaneTimeline before = pane(whole, 96);
        assertThat(before.fromSums()).isFalse();
        assertThat(measured(before)).isEqualTo(4 * 8_640);

        opened.book().keep(new Retention(Duration.ofDays(1), Duration.ofDays(396), 2_000_000_000));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> pane(whole, 96).trace().slots().count() < 2 * 8_640);

        PaneTimeline after = pane(whole, 96);
        assertThat(after.fromSums()).isTrue();
        assertThat(measured(after)).isEqualTo(4 * 8_640);
        assertThat(failed(after)).isEqualTo(4 * 40);
        assertThat(after.smoke()).hasSize(96).allMatch(column -> column.measured() == 360);
        assertThat(after.smoke().getFirst().smoke())
                .isEqualTo(new SmokeColumn.Smoke(50, 50, 50, 50, 50));
        assertThat(after.outages()).isEqualTo(before.outages()).hasSize(4);
        assertThat(after.curve().size()).isBetween(48, 96);
        assertThat(after.curve())
                .isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
        assertThat(after.curve()).extracting(RatePoint::rate).doesNotContain(Double.NaN);
        // The minutes of an hour of which nothing else is left.
        PaneTimeline hour = pane(new Span(START.plus(HOUR), START.plus(HOUR.multipliedBy(2))), 600);
        assertThat(hour.smoke()).hasSize(60).allMatch(column -> column.measured() == 6);
        assertThat(hour.trace().isEmpty()).isTrue();
    }

    @Test
    void nothingMeasuredIsNothingDrawn() throws IOException {
        PaneTimeline pane = pane(new Span(START, START.plus(HOUR)), 60);
        assertThat(pane.trace().isEmpty()).isTrue();
        assertThat(pane.curve()).isEmpty();
        assertThat(pane.smoke()).allMatch(column -> column.measured() == 0);
        assertThat(timelines.judged(shown, new Span(START, START.plus(HOUR)))).isEmpty();
        assertThat(timelines.outcomes(shown, Set.of(), new Span(START, now.get()), 10)).isEmpty();
    }

    @Test
    void aSpanWithoutEndIsNoTrouble() throws IOException {
        run().server("1".repeat(360));
        PaneTimeline pane = pane(new Span(Instant.EPOCH, now.get()), 100_000);
        assertThat(measured(pane)).isEqualTo(360);
        assertThat(pane.smoke()).hasSizeLessThanOrEqualTo(4_000);
    }

    @Test
    void outcomesComeNewestFirstAndNoMoreThanAsked() throws IOException {
        WrittenHistory run = run();
        run.server("1".repeat(2_000));
        run.add("gateway", ProbeKind.GATEWAY, Duration.ofSeconds(5), "10".repeat(500));
        var span = new Span(START, now.get());
        var all = timelines.outcomes(shown, Set.of(), span, 100_000);
        assertThat(all).hasSize(3_000);
        assertThat(all).isSortedAccordingTo((one, other) -> other.at().compareTo(one.at()));
        assertThat(all.getFirst().at()).isEqualTo(START.plusSeconds(19_990));
        assertThat(all.getFirst().took()).isEqualTo(Duration.ofMillis(50));
        var some = timelines.outcomes(shown, Set.of("gateway"), span, 7);
        assertThat(some).hasSize(7);
        assertThat(some).extracting(one -> one.outcome().target()).containsOnly("gateway");
        assertThat(some.getFirst().at()).isEqualTo(START.plusSeconds(4_995));
        var early = timelines.outcomes(shown, Set.of(), new Span(START, START.plusSeconds(20)), 99);
        // Two of the server, four of the router.
        assertThat(early).hasSize(6);
    }

    @Test
    void aSpanIsJudgedByItself() throws IOException {
        run().server("1".repeat(360) + "0".repeat(180) + "1".repeat(360));
        SessionSnapshot bad =
                timelines
                        .judged(shown, new Span(START.plusSeconds(3_600), START.plusSeconds(5_400)))
                        .orElseThrow();
        assertThat(bad.server().figures().state()).isEqualTo(PaneState.NO_CONNECTION);
        SessionSnapshot good =
                timelines.judged(shown, new Span(START, START.plusSeconds(3_600))).orElseThrow();
        assertThat(good.server().figures().state()).isEqualTo(PaneState.HEALTHY);
        assertThat(good.server().trace().slots().filter(Slot::measured)).hasSize(360);
    }

    @Test
    void readingsAreThoseOfTheSpanAndTheOneBefore() throws IOException {
        for (int minute = 0; minute < 60; minute++) {
            Fact signal = Fact.known("wifi.signal", Integer.toString(-40 - minute), "dBm");
            opened.store().fact(printer.id(), signal, START.plusSeconds(60L * minute));
        }
        var span = new Span(START.plusSeconds(610), START.plusSeconds(900));
        assertThat(timelines.readings(printer.id(), Set.of("wifi.signal"), span))
                .extracting(FactReading::at)
                .containsExactly(
                        START.plusSeconds(600),
                        START.plusSeconds(660),
                        START.plusSeconds(720),
                        START.plusSeconds(780),
                        START.plusSeconds(840));
        assertThat(timelines.readings(printer.id(), Set.of(), span)).isEmpty();
    }

    @Test
    void whoIsInterruptedIsNotKept() {
        run().server("1".repeat(360));
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() ->
                            timelines.outcomes(shown, Set.of(), new Span(START, now.get()), 10));
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void aHistoryThatCannotBeReadIsSaid() {
        opened.store().close();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> pane(new Span(START, START.plus(HOUR)), 60))
                .withMessage("span.unreadable");
    }

    @Test
    void ofAMadeUpPrinterWhatIsShownIsDrawn() throws IOException {
        run().server("1".repeat(360) + "0".repeat(36));
        var span = new Span(START, START.plusSeconds(3_960));
        SessionSnapshot real = timelines.judged(shown, span).orElseThrow();
        var made = new ShownTimelines();
        PaneTimeline pane = made.pane(real, FixPane.SERVER, span, 66);
        assertThat(pane.trace()).isEqualTo(real.server().trace());
        assertThat(measured(pane)).isEqualTo(396);
        assertThat(pane.outages()).hasSize(1);
        assertThat(made.pane(real, FixPane.WEBCAM, span, 66).trace().isEmpty()).isTrue();
        assertThat(made.outcomes(real, Set.of("server"), span, 36))
                .hasSize(36)
                .allMatch(timed -> timed.outcome().state().name().equals("FAILED"));
        var late = new Span(START.plusSeconds(3_600), START.plusSeconds(3_960));
        assertThat(made.judged(real, late).orElseThrow().server().figures().state())
                .isEqualTo(PaneState.NO_CONNECTION);
        assertThat(made.judged(real, new Span(START.minus(HOUR), START))).isEmpty();
        assertThat(made.readings(printer.id(), Set.of("wifi.signal"), span)).isEmpty();
    }
}
