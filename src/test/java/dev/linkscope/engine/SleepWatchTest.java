package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SleepWatchTest {
    private Instant wall = Instant.parse("2026-11-22T08:00:00Z");
    private long nanos = 17;
    private final SleepWatch watch = new SleepWatch(() -> wall, () -> nanos);

    private boolean sleptAfter(Duration onTheWall, Duration running) {
        wall = wall.plus(onTheWall);
        nanos += running.toNanos();
        return watch.slept();
    }

    @Test
    void noticesASleepOnWhicheverClockCountsIt() {
        Duration tick = Duration.ofMillis(400);
        assertThat(sleptAfter(tick, tick)).isFalse();
        assertThat(sleptAfter(Duration.ofHours(8), tick)).isTrue();
        assertThat(sleptAfter(tick, tick)).isFalse();
        assertThat(sleptAfter(Duration.ofHours(8), Duration.ofHours(8))).isTrue();
        assertThat(sleptAfter(tick, Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void aClockThatIsSetBackIsNoSleep() {
        assertThat(sleptAfter(Duration.ofHours(-1), Duration.ofMillis(400))).isFalse();
        assertThat(sleptAfter(Duration.ofMillis(400), Duration.ofMillis(400))).isFalse();
    }
}
