package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.probe.ClockMap;
import dev.linkscope.domain.probe.ClockReading;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunClockTest {
    private static final Instant HERE = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void believesAPiWhoseClockAgrees() {
        var clock = new RunClock(new ClockReading(1_000, HERE.plusSeconds(3)), HERE);
        assertThat(clock.utcOf(2_000)).isEqualTo(HERE.plusSeconds(4));
        assertThat(clock.offsetFact().value()).isEqualTo("3");
    }

    @Test
    void usesThisComputersTimeWhereThePiIsYearsOff() {
        Instant wrong = HERE.minus(Duration.ofDays(3_000));
        var clock = new RunClock(new ClockReading(1_000, wrong), HERE);
        assertThat(clock.utcOf(2_000)).isEqualTo(HERE.plusSeconds(1));
        assertThat(clock.offsetFact().value()).isEqualTo("-259200000");
    }

    @Test
    void aJumpOfAYearInTheMiddleMovesNothing() {
        var clock = new RunClock(new ClockReading(0, HERE), HERE);
        Instant later = HERE.plusSeconds(5);
        clock.update(new ClockReading(5_000, later.plus(Duration.ofDays(365))), later);
        assertThat(clock.utcOf(0)).isEqualTo(HERE);
    }

    @Test
    void aReadingThatSaysTheSameIsNoStep() {
        var clock = new RunClock(new ClockReading(0, HERE), HERE);
        for (int beat = 1; beat <= 100; beat++) {
            Instant wall = HERE.plusSeconds(5L * beat).plusMillis(beat % 3);
            clock.update(new ClockReading(5_000L * beat, wall), wall);
        }
        assertThat(clock.steps()).isZero();
        assertThat(clock.utcOf(0)).isEqualTo(HERE);
    }

    @Test
    void smallDifferencesDoNotAddUp() {
        var clock = new RunClock(new ClockReading(0, HERE), HERE);
        for (int beat = 1; beat <= 100; beat++) {
            Instant wall = HERE.plusSeconds(5L * beat).plusMillis(beat);
            clock.update(new ClockReading(5_000L * beat, wall), wall);
        }
        assertThat(Duration.between(HERE.plusMillis(100), clock.utcOf(0)).abs())
                .isLessThanOrEqualTo(ClockMap.TOLERANCE);
    }
}
