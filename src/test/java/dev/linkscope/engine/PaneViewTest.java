package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.NotMeasured;
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
    private final PaneView view = new PaneView(Printer.CLOUD, judging);

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
}
