package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.Sightings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** To which slot of a pane an attempt of another probe belongs. */
class BesidePaneTest {
    /** Attempts so many milliseconds after the begin; {@code true} if one failed. */
    private static Sightings probe(Object... pairs) {
        var sightings = new Sightings(Duration.ofDays(1));
        for (int i = 0; i < pairs.length; i += 2) {
            sightings.add(Traces.START.plusMillis((int) pairs[i]), (boolean) pairs[i + 1]);
        }
        return sightings;
    }

    @Test
    void anAttemptBelongsToTheSlotThatWasDueLast() {
        Trace pane = Traces.of("1011");
        Sightings probe =
                probe(
                        -1, true, 0, false, 9_999, true, 10_000, true, 19_999, false, 20_000, false,
                        39_999, true, 40_000, true);
        BesidePane beside = BesidePane.of(probe, pane);
        assertThat(beside.failing()).isEqualTo(new JointCounts(2, 1));
        assertThat(beside.ok()).isEqualTo(new JointCounts(4, 2));
    }

    @Test
    void whatFellIntoASlotThatWasNotMeasuredIsLeftOut() {
        BesidePane beside = BesidePane.of(probe(5_000, true, 15_000, true), Traces.of(".1"));
        assertThat(beside.failing()).isEqualTo(JointCounts.NONE);
        assertThat(beside.ok()).isEqualTo(new JointCounts(1, 1));
    }

    @Test
    void everySegmentHasItsOwnCadence() {
        var pane =
                new Trace(
                        List.of(
                                Traces.segment("0", Traces.START, Duration.ofSeconds(2)),
                                Traces.segment(
                                        "1", Traces.START.plusSeconds(10), Duration.ofSeconds(5))));
        BesidePane beside =
                BesidePane.of(
                        probe(1_999, true, 2_000, true, 9_999, true, 14_999, false, 15_000, true),
                        pane);
        assertThat(beside.failing()).isEqualTo(new JointCounts(1, 1));
        assertThat(beside.ok()).isEqualTo(new JointCounts(1, 0));
    }
}
