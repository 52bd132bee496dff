package dev.linkscope.domain.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockMapTest {
    private static final Instant GUESS = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant RIGHT = Instant.parse("2026-01-01T00:01:40Z");

    /** The clock starts with a guess and is set right, a year on, 100 s after the start. */
    private static final List<ClockReading> JUMP =
            List.of(
                    new ClockReading(0, GUESS),
                    new ClockReading(99_000, GUESS.plusSeconds(99)),
                    new ClockReading(100_000, RIGHT));

    @Test
    void aJumpRedatesWhatWasBeforeIt() {
        assertThat(ClockMap.utcOf(JUMP, 10_000)).isEqualTo(RIGHT.minusSeconds(90));
        assertThat(ClockMap.utcOf(JUMP, 100_000)).isEqualTo(RIGHT);
        assertThat(ClockMap.utcOf(JUMP, 160_000)).isEqualTo(RIGHT.plusSeconds(60));
    }

    @Test
    void slotsStayAsFarApartAsTheyWere() {
        assertThat(Duration.between(ClockMap.utcOf(JUMP, 95_000), ClockMap.utcOf(JUMP, 105_000)))
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void theOrderOfTheListDoesNotMatter() {
        assertThat(ClockMap.utcOf(JUMP.reversed(), 10_000)).isEqualTo(ClockMap.utcOf(JUMP, 10_000));
    }

    @Test
    void ofTwoReadingsOfOneMomentTheLaterInTheListHolds() {
        var readings = List.of(new ClockReading(5, GUESS), new ClockReading(5, RIGHT));

        assertThat(ClockMap.utcOf(readings, 5)).isEqualTo(RIGHT);
    }

    @Test
    void agreesWithinTheTolerance() {
        var first = new ClockReading(0, GUESS);

        assertThat(ClockMap.agree(first, new ClockReading(5_000, GUESS.plusMillis(5_010))))
                .isTrue();
        assertThat(ClockMap.agree(first, new ClockReading(5_000, GUESS.plusMillis(4_990))))
                .isTrue();
        assertThat(ClockMap.agree(first, new ClockReading(5_000, GUESS.plusMillis(5_011))))
                .isFalse();
        assertThat(ClockMap.agree(first, new ClockReading(100_000, RIGHT))).isFalse();
    }

    @Test
    void nothingCanBePlacedWithoutAReading() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClockMap.utcOf(List.of(), 0));
    }
}
