package dev.linkscope.domain.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SightingsTest {
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
