package dev.linkscope.domain.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SightingsTest {
    @Test
    void whatIsOlderThanWantedIsDropped() {
        var sightings = new Sightings(Duration.ofMinutes(10));
        for (int second = 0; second < 100_000; second++) {
            sightings.add(Instant.ofEpochSecond(second), second % 2 == 0);
        }
        assertThat(sightings.size()).isBetween(600, 2_048);
        assertThat(sightings.within(99_400_000, 100_000_000)).isEqualTo(new JointCounts(600, 300));
    }

    @Test
    void manyAtOneTimeDoNotFillTheMemory() {
        var sightings = new Sightings(Duration.ofMinutes(10));
        for (int i = 0; i < 100_000; i++) {
            sightings.add(Instant.EPOCH, true);
        }
        sightings.add(Instant.ofEpochSecond(1), false);
        assertThat(sightings.size()).isBetween(600, 2_048);
        assertThat(sightings.within(1_000, 1_001)).isEqualTo(new JointCounts(1, 0));
    }

    @Test
    void whatIsNearIsFoundWhereHalvingFindsIt() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var sightings = new Sightings(Duration.ofDays(1));
            long at = 0;
            for (int i = random.nextInt(60); i > 0; i--) {
                // Some at the same time, some far apart.
                at += random.nextInt(4) * (random.nextInt(10) == 0 ? 1_000L : 3L);
                sightings.add(Instant.ofEpochMilli(at), false);
            }
            for (int ask = 0; ask < 50; ask++) {
                long wanted = random.nextLong(at + 20);
                int near = random.nextInt(sightings.size() + 1);
                assertThat(sightings.firstSince(wanted, near))
                        .isEqualTo(sightings.firstSince(wanted));
            }
        }
    }
}
