package dev.linkscope.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.Witness.Sighting;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SightingRingTest {
    private static final Instant START = Instant.parse("2026-11-22T08:00:00.123Z");

    @Test
    void keepsTheNewestInOrderAndNoMoreMemoryThanThat() {
        var ring = new SightingRing(1_000);
        for (int i = 0; i < 2_500; i++) {
            ring.add(START.plusSeconds(i), i % 10 == 0 ? "connect.timeout" : null);
            assertThat(ring.bytes()).isLessThanOrEqualTo(8_000);
        }
        var kept = ring.since(START);
        assertThat(kept).hasSize(1_000);
        assertThat(kept.getFirst())
                .isEqualTo(new Sighting(START.plusSeconds(1_500), "connect.timeout"));
        assertThat(kept.getLast()).isEqualTo(new Sighting(START.plusSeconds(2_499), null));
        assertThat(kept).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(ring.since(START.plusSeconds(2_490))).hasSize(10);
    }

    @Test
    void aLittleTakesLittle() {
        var ring = new SightingRing(8_640);
        ring.add(START, null);
        assertThat(ring.bytes()).isLessThanOrEqualTo(512);
    }

    @Test
    void moreKindsOfFailuresThanCodesDoNotBreakIt() {
        var ring = new SightingRing(1_000);
        for (int i = 0; i < 400; i++) {
            ring.add(START.plusSeconds(i), "made.up" + i);
        }
        assertThat(ring.since(START)).hasSize(400).allMatch(seen -> seen.failure() != null);
        assertThat(ring.since(START).get(200).failure()).isEqualTo("made.up200");
    }
}
