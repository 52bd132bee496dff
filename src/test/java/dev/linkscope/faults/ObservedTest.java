package dev.linkscope.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When an observer knew of an outage, and what it did not look at. */
class ObservedTest {
    private static final Instant BEGIN = Instant.parse("2026-11-23T12:00:00Z");
    private static final Injection TEN_SECONDS =
            new Injection(Fault.upstreamDropped(), BEGIN, BEGIN.plusSeconds(10));

    private static Look look(int start, int known, boolean failed) {
        return new Look("ping", BEGIN.plusSeconds(start), BEGIN.plusSeconds(known), failed);
    }

    @Test
    void isKnownWithTheFirstFailedLook() {
        var observed =
                new Observed(
                        TEN_SECONDS,
                        List.of(look(-8, -7, false), look(2, 4, true), look(12, 13, false)));
        assertThat(observed.delay()).contains(Duration.ofSeconds(4));
    }

    @Test
    void anAttemptThatWasUnderWayCounts() {
        assertThat(new Observed(TEN_SECONDS, List.of(look(-1, 9, true))).delay())
                .contains(Duration.ofSeconds(9));
    }

    @Test
    void otherOutagesAreNotThisOne() {
        var looks = List.of(look(-30, -20, true), look(5, 6, false), look(40, 50, true));
        assertThat(new Observed(TEN_SECONDS, looks).delay()).isEmpty();
    }

    @Test
    void countsWhatIsMissing() {
        List<Look> whole =
                IntStream.range(0, 7).mapToObj(i -> look(10 * i, 10 * i + 1, false)).toList();
        assertThat(Observed.missing(whole, Duration.ofSeconds(10))).isZero();
        List<Look> holes = List.of(whole.get(0), whole.get(1), whole.get(4), whole.get(6));
        assertThat(Observed.missing(holes, Duration.ofSeconds(10))).isEqualTo(3);
    }

    @Test
    void readsWhatFpingPrints() {
        assertThat(Fping.looks("198.18.3.2 : [0], 64 bytes, 0.061 ms (0.061 avg, 0% loss)", BEGIN))
                .containsExactly(new Look("ping", BEGIN, BEGIN, false));
        assertThat(Fping.looks("198.18.3.2 : [3], timed out (0.056 avg, 25% loss)", BEGIN))
                .containsExactly(new Look("ping", BEGIN, BEGIN, true));
        assertThat(Fping.looks("ICMP Host Unreachable from 198.18.2.1", BEGIN)).isEmpty();
    }

    @Test
    void readsARoundThatIsOver() {
        assertThat(Fping.looks("198.18.3.2 : 0.05 - 0.07", BEGIN))
                .containsExactly(look(-3, 0, false), look(-2, 0, true), look(-1, 0, false));
    }
}
