package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.SlotState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaneTapeTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration CADENCE = Duration.ofSeconds(10);

    private final PaneTape tape = new PaneTape(100);

    private static RunClock clock(long bootMillis, Instant wall) {
        return new RunClock(new ClockReading(bootMillis, wall), wall);
    }

    private static String states(Trace trace) {
        return trace.slots()
                .map(slot ->
                        switch (slot.state()) {
                            case OK -> "o";
                            case FAILED -> "x";
                            case NOT_MEASURED -> ".";
                        })
                .reduce("", String::concat);
    }

    @Test
    void aPlanIsNotProlongedByALinkThatComesBackLate() {
        PaneTape finite = PaneTape.ofPlan(6);
        finite.begin(clock(0, NOON), 0, CADENCE, NotMeasured.NOT_ASKED);
        finite.add(Outcomes.ok("server", 0, 0, 20));
        Instant late = NOON.plusSeconds(200);
        assertThat(states(finite.traceUntil(late, NotMeasured.UNREACHABLE_FROM_HERE)))
                .isEqualTo("o.....");
        Instant back = NOON.plusSeconds(33);
        finite.begin(clock(7_000, back), 7_000, CADENCE, NotMeasured.AGENT_LOST);
        for (int slot = 0; slot < 5; slot++) {
            finite.add(Outcomes.ok("server", slot, 7_000 + slot * 10_000L, 20));
        }
        assertThat(states(finite.trace())).isEqualTo("o..ooo");
    }

    @Test
    void placesSlotsOnUtc() {
        tape.begin(clock(500_000, NOON), 500_000, CADENCE, NotMeasured.NOT_ASKED);
        tape.add(Outcomes.ok("server", 0, 500_003, 20));
        tape.add(Outcomes.failed("server", 1, 510_004, 20));
        List<Slot> slots = tape.trace().slots().toList();
        assertThat(slots).hasSize(2);
        assertThat(slots.get(0).scheduled()).isEqualTo(NOON);
        assertThat(slots.get(0).latencyMicros()).isEqualTo(20_000);
        assertThat(slots.get(1).started()).isEqualTo(NOON.plusMillis(10_004));
        assertThat(slots.get(1).state()).isEqualTo(SlotState.FAILED);
        assertThat(slots.get(1).errorClass()).isEqualTo("timeout");
    }

    @Test
    void aLaterReadingDatesEarlierSlotsAnew() {
        RunClock wrong = clock(0, NOON);
        tape.begin(wrong, 0, CADENCE, NotMeasured.NOT_ASKED);
        tape.add(Outcomes.ok("server", 0, 0, 20));
        Instant synchronised = NOON.plusSeconds(10).plusSeconds(3_600);
        wrong.update(new ClockReading(10_000, synchronised), synchronised);
        assertThat(tape.trace().slots().findFirst().orElseThrow().scheduled())
                .isEqualTo(NOON.plusSeconds(3_600));
    }

    @Test
    void fillsTheHoleBetweenTwoRunsWithItsReason() {
        tape.begin(clock(0, NOON), 0, CADENCE, NotMeasured.NOT_ASKED);
        tape.add(Outcomes.ok("server", 0, 0, 20));
        Instant back = NOON.plusSeconds(43);
        tape.begin(clock(7_000, back), 7_000, CADENCE, NotMeasured.PI_OFF);
        tape.add(Outcomes.ok("server", 0, 7_000, 20));
        Trace trace = tape.trace();
        assertThat(states(trace)).isEqualTo("o...o");
        assertThat(trace.segments()).hasSize(1);
        assertThat(trace.slots().filter(slot -> !slot.measured()).map(Slot::reason))
                .containsOnly(NotMeasured.PI_OFF);
    }

    @Test
    void aRunThatFollowsAtOnceLeavesNoHole() {
        tape.begin(clock(0, NOON), 0, CADENCE, NotMeasured.NOT_ASKED);
        tape.add(Outcomes.ok("server", 0, 0, 20));
        tape.begin(clock(0, NOON.plusSeconds(14)), 0, CADENCE, NotMeasured.AGENT_LOST);
        tape.add(Outcomes.failed("server", 0, 0, 20));
        assertThat(states(tape.trace())).isEqualTo("ox");
    }

    @Test
    void anotherCadenceBeginsAnotherSegment() {
        tape.begin(clock(0, NOON), 0, CADENCE, NotMeasured.NOT_ASKED);
        tape.add(Outcomes.ok("server", 0, 0, 20));
        tape.begin(clock(0, NOON.plusSeconds(60)), 0, Duration.ofSeconds(2), NotMeasured.NOT_ASKED);
        tape.add(Outcomes.ok("server", 0, 0, 20));
        assertThat(tape.trace().segments()).hasSize(2);
    }

    @Test
    void growsAHoleWhileTheLinkIsDown() {
        tape.begin(clock(0, NOON), 0, CADENCE, NotMeasured.NOT_ASKED);
        tape.add(Outcomes.ok("server", 0, 0, 20));
        assertThat(states(tape.traceUntil(NOON.plusSeconds(40), NotMeasured.UNREACHABLE_FROM_HERE)))
                .isEqualTo("o...");
    }

    @Test
    void aHoleOfDaysCostsNoMemory() {
        tape.begin(clock(0, NOON), 0, CADENCE, NotMeasured.NOT_ASKED);
        tape.add(Outcomes.ok("server", 0, 0, 20));
        Instant days = NOON.plus(Duration.ofDays(6));
        Trace trace = tape.traceUntil(days, NotMeasured.UNREACHABLE_FROM_HERE);
        List<Slot> slots = trace.segments().getFirst().slots();
        assertThat(slots).hasSize(51_840);
        assertThat(slots.getFirst().measured()).isTrue();
        assertThat(slots.get(1).scheduled()).isEqualTo(NOON.plus(CADENCE));
        assertThat(slots.getLast())
                .isEqualTo(
                        Slot.notMeasured(days.minus(CADENCE), NotMeasured.UNREACHABLE_FROM_HERE));
        assertThat(slots.get(9)).isNotSameAs(slots.get(9)).isEqualTo(slots.get(9));
    }

    @Test
    void keepsTheNewestSlotsOnly() {
        tape.begin(clock(0, NOON), 0, CADENCE, NotMeasured.NOT_ASKED);
        for (int slot = 0; slot < 250; slot++) {
            tape.add(Outcomes.ok("server", slot, slot * 10_000L, 20));
        }
        List<Slot> slots = tape.trace().slots().toList();
        assertThat(slots).hasSize(100);
        assertThat(slots.getFirst().scheduled()).isEqualTo(NOON.plusSeconds(1_500));
    }

    @Test
    void aSlotThatTheAgentSkippedIsNoError() {
        tape.begin(clock(0, NOON), 0, CADENCE, NotMeasured.NOT_ASKED);
        tape.add(Outcomes.skipped("server", 0, 0));
        assertThat(states(tape.trace())).isEqualTo(".");
    }

    @Test
    void anAbsurdClockMakesNoEndlessHole() {
        tape.begin(clock(0, NOON), 0, CADENCE, NotMeasured.NOT_ASKED);
        tape.add(Outcomes.ok("server", 0, 0, 20));
        tape.begin(clock(0, NOON.plus(Duration.ofDays(40_000))), 0, CADENCE, NotMeasured.PI_OFF);
        tape.add(Outcomes.ok("server", 0, 0, 20));
        assertThat(tape.trace().slots().count()).isLessThan(100_000);
    }
}
