package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.RateLimits;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.probe.ClockReading;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaneViewTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final RunClock clock = new RunClock(new ClockReading(0, NOON), NOON);
    private final PaneTape tape = new PaneTape(4);
    private final JudgingThread judging = new JudgingThread();
    private final PaneView view = new PaneView(Printer.CLOUD, judging, RateLimits.USUAL);

    @AfterEach
    void endJudging() {
        judging.close();
    }

    @BeforeEach
    void oneSlot() {
        tape.begin(clock, 0, Duration.ofSeconds(10), NotMeasured.NOT_ASKED);
        tape.add(Outcomes.ok("server", 0, 0, 20));
    }

    private void read(long bootMillis, Instant wall) {
        clock.update(new ClockReading(bootMillis, wall), wall);
    }

    @Test
    void isDrawnOnceForAnUnchangedTape() {
        PaneSnapshot before = view.of(tape);
        read(5_000, NOON.plusMillis(5_008));
        assertThat(view.of(tape)).isSameAs(before);
    }

    @Test
    void showsEverySlotEvenWhenTheTapeIsFull() {
        for (int slot = 1; slot < 10; slot++) {
            tape.add(Outcomes.failed("server", slot, slot * 10_000L, 20));
            PaneSnapshot pane = view.of(tape);
            assertThat(pane.trace()).isEqualTo(tape.trace());
            assertThat(pane.figures().errors()).isEqualTo(Math.min(slot, 4));
        }
    }

    @Test
    void showsSlotsThatAClockDatesAnewAtOnce() {
        view.of(tape);
        read(5_000, NOON.plusSeconds(3_605));
        assertThat(view.of(tape).trace().segments().getFirst().start())
                .isEqualTo(NOON.plusSeconds(3_600));
    }

    @Test
    void aHoleThatGrewIsGoneWhenTheLinkIsBack() {
        PaneSnapshot before = view.of(tape);
        view.of(tape.traceUntil(NOON.plusSeconds(60), NotMeasured.UNREACHABLE_FROM_HERE));
        assertThat(view.of(tape)).isEqualTo(before);
    }

    @Test
    void otherLimitsJudgeAtOnceAndLoseNothing() {
        var wide = new PaneTape(200);
        wide.begin(clock, 0, Duration.ofSeconds(10), NotMeasured.NOT_ASKED);
        for (int slot = 0; slot < 200; slot++) {
            wide.add(
                    slot % 10 == 0
                            ? Outcomes.failed("server", slot, slot * 10_000L, 20)
                            : Outcomes.ok("server", slot, slot * 10_000L, 20));
        }
        PaneSnapshot before = view.of(wide);
        assertThat(before.figures().state()).isEqualTo(PaneState.WATCH);
        assertThat(view.hasNews()).isFalse();

        view.judgeBy(new RateLimits(0.02, 0.08));
        assertThat(view.hasNews()).isTrue();
        PaneSnapshot after = view.of(wide);
        assertThat(after.figures().state()).isEqualTo(PaneState.TAKE_ACTION);
        assertThat(after.figures().limits()).isEqualTo(new RateLimits(0.02, 0.08));
        assertThat(after.trace()).isEqualTo(before.trace());
        assertThat(after.figures().pattern()).isEqualTo(before.figures().pattern());
        assertThat(PaneView.judgedWhole(after).figures().state()).isEqualTo(PaneState.TAKE_ACTION);
        assertThat(view.hasNews()).isFalse();

        view.judgeBy(new RateLimits(0.15, 0.5));
        assertThat(view.of(wide).figures().state()).isEqualTo(PaneState.HEALTHY);
    }
}
