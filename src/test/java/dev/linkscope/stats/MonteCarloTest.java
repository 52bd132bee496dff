package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulated p-values of draws whose values are known. */
class MonteCarloTest {
    private final AtomicInteger draws = new AtomicInteger();

    /** One draw in so many is 1, the others are 2. */
    private DoubleSupplier oneIn(int many) {
        return () -> draws.incrementAndGet() % many == 0 ? 1 : 2;
    }

    @Test
    void theObservedValueCountsAmongTheDrawn() {
        // Davison and Hinkley 1997: (49 + 1) / (999 + 1).
        assertThat(MonteCarlo.lowerTail(1, oneIn(20), 999)).isEqualTo(0.05);
        assertThat(MonteCarlo.lowerTail(0, oneIn(20), 999)).isEqualTo(0.001);
    }

    @Test
    void whatIsEqualButForRoundingIsAsSmall() {
        assertThat(MonteCarlo.lowerTail(-2, () -> -2 + 1e-12, 99)).isEqualTo(1);
        assertThat(MonteCarlo.lowerTail(2, () -> 2 + 1e-12, 99)).isEqualTo(1);
        assertThat(MonteCarlo.lowerTail(-2, () -> -2 + 1e-6, 99)).isEqualTo(0.01);
        assertThat(MonteCarlo.lowerTailSoon(-2, () -> -2 + 1e-12, 99)).isEqualTo(1);
        assertThat(MonteCarlo.lowerTailSoon(2, () -> 2 + 1e-12, 99)).isEqualTo(1);
        assertThat(MonteCarlo.lowerTailSoon(-2, () -> -2 + 1e-6, 99)).isEqualTo(0.01);
    }

    @ParameterizedTest
    @CsvSource({
        // After 100 draws: 26 of 101 is 0.257 - 3 * 0.044 = 0.126, clearly above 0.1.
        "4, 0.25742574, 100",
        // 21 of 101 is 0.208 - 3 * 0.041 = 0.087, not yet; 41 of 201 is 0.119.
        "5, 0.20398010, 200",
        // A tenth is never clearly above a tenth.
        "10, 0.1, 1999",
    })
    void anUninterestingValueEndsEarly(int oneIn, double p, int drawn) {
        assertThat(MonteCarlo.lowerTail(1, oneIn(oneIn), 1999))
                .isCloseTo(p, org.assertj.core.api.Assertions.within(1e-7));
        assertThat(draws).hasValue(drawn);
    }

    @Test
    void soonEndsWithTheTwentiethAsSmall() {
        // Besag and Clifford 1991.
        assertThat(MonteCarlo.lowerTailSoon(1, oneIn(10), 1999)).isEqualTo(0.1);
        assertThat(draws).hasValue(200);
    }

    @Test
    void soonTakesAllDrawsForTheSmallest() {
        assertThat(MonteCarlo.lowerTailSoon(1, oneIn(200), 1999)).isEqualTo(0.005);
        assertThat(draws).hasValue(1999);
    }
}
