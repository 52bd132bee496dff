package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.FailureCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private long nanos = 5;
    private double share = 1;
    private final Backoff backoff = new Backoff(() -> nanos, () -> share);

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private List<Long> seconds(FailureCode why, boolean wasUp, int times) {
        var seconds = new ArrayList<Long>();
        for (int i = 0; i < times; i++) {
            Duration pause = backoff.next(why, wasUp);
            pass(pause);
            seconds.add(pause.toSeconds());
        }
        return seconds;
    }

    @Test
    void aLinkThatWasUpIsTriedEveryTwoSecondsForTenMinutesAndThenRarely() {
        long begun = nanos;
        int attempts = 0;
        Duration pause = backoff.next(FailureCode.LINK_SILENT, true);
        while (nanos - begun < Duration.ofMinutes(10).toNanos()) {
            assertThat(pause).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
            pass(pause);
            attempts++;
            pause = backoff.next(FailureCode.UNREACHABLE, true);
        }
        assertThat(attempts).isEqualTo(300);
        assertThat(seconds(FailureCode.UNREACHABLE, true, 6))
                .containsExactly(2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void anAttemptThatTookLongHasWaitedAlready() {
        backoff.trying();
        pass(Duration.ofMillis(1500));
        assertThat(backoff.next(FailureCode.UNREACHABLE, true)).isEqualTo(Duration.ofMillis(500));
        share = 0.5;
        backoff.trying();
        pass(Duration.ofSeconds(3));
        assertThat(backoff.next(FailureCode.UNREACHABLE, true)).isEqualTo(Duration.ofMillis(250));
        share = 0;
        backoff.trying();
        pass(Duration.ofMillis(10));
        assertThat(backoff.next(FailureCode.LINK_BROKEN, true)).isEqualTo(Duration.ofMillis(990));
    }

    @Test
    void theFirstContactAndWhatCostsThePiAreNotHurried() {
        assertThat(seconds(FailureCode.UNREACHABLE, false, 6))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L);
        backoff.reset();
        assertThat(seconds(FailureCode.AGENT_ENDED, true, 6))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L);
    }

    @Test
    void itBeginsAnewAfterTheLinkWorked() {
        pass(Duration.ofMinutes(11));
        seconds(FailureCode.AGENT_ENDED, true, 5);
        pass(Duration.ofMinutes(11));
        assertThat(seconds(FailureCode.LINK_BROKEN, true, 1)).containsExactly(30L);
        backoff.reset();
        assertThat(seconds(FailureCode.LINK_BROKEN, true, 1)).containsExactly(2L);
    }

    @Test
    void whoIsShutOutWaitsLongAndLonger() {
        assertThat(seconds(FailureCode.LOCKED_OUT, true, 7))
                .containsExactly(30L, 60L, 120L, 240L, 480L, 600L, 600L);
        backoff.reset();
        assertThat(seconds(FailureCode.LOCKED_OUT, false, 1)).containsExactly(30L);
    }

    @Test
    void printersDoNotComeInOneBreath() {
        var random = new Random(7);
        var pauses = new ArrayList<Long>();
        for (int i = 0; i < 200; i++) {
            share = random.nextDouble();
            backoff.reset();
            pauses.add(backoff.next(FailureCode.LINK_BROKEN, true).toMillis());
        }
        assertThat(pauses).allMatch(millis -> millis >= 1000 && millis <= 2000);
        assertThat(pauses.stream().distinct()).hasSizeGreaterThan(100);
    }
}
