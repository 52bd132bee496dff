package dev.linkscope.stats.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomTest {
    /** First numbers of the reference implementation (Vigna, splitmix64.c) from seed 1234567. */
    @Test
    void splitMixIsThePublishedGenerator() {
        SplitMix random = new SplitMix(1_234_567);
        assertThat(random.nextLong()).isEqualTo(6457827717110365317L);
        assertThat(random.nextLong()).isEqualTo(3203168211198807973L);
    }

    @Test
    void everySubsetIsEquallyLikely() {
        SplitMix random = new SplitMix(7);
        RandomSubset subsets = new RandomSubset(5, 2);
        Map<List<Integer>, Integer> seen = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            seen.merge(IntStream.of(subsets.draw(random)).boxed().toList(), 1, Integer::sum);
        }
        assertThat(seen).hasSize(10);
        assertThat(seen.values()).allSatisfy(count -> assertThat(count).isBetween(880, 1_120));
    }

    @Test
    void aSubsetIsAscendingAndInside() {
        int[] drawn = new RandomSubset(200, 200).draw(new SplitMix(1));
        assertThat(drawn).isEqualTo(IntStream.range(0, 200).toArray());
        assertThatThrownBy(() -> new RandomSubset(3, 4)).hasMessageContaining("cannot draw");
    }

    @Test
    void tailsOfUnequalChances() {
        double[] tails = PoissonBinomial.upperTails(new double[] {0.5, 0.1});
        assertThat(tails[0]).isEqualTo(1);
        assertThat(tails[1]).isCloseTo(0.55, within(1e-15));
        assertThat(tails[2]).isCloseTo(0.05, within(1e-15));
        assertThat(tails[3]).isEqualTo(0);
    }
}
