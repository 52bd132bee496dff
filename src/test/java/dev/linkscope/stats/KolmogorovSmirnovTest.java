package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KolmogorovSmirnovTest {
    /** Percentage points of the limiting distribution, Smirnov 1948, table. */
    @ParameterizedTest
    @CsvSource({
        "1.2238, 0.10",
        "1.3581, 0.05",
        "1.4802, 0.025",
        "1.6276, 0.01",
        "1.9495, 0.001",
        "0.8276, 0.50",
        "0.5, 0.9639",
    })
    void keepsToTheTableForLargeSamples(double lambda, double p) {
        double n = 1e12;
        assertThat(KolmogorovSmirnov.pValue(lambda / Math.sqrt(n), n)).isCloseTo(p, within(1e-4));
    }

    @Test
    void correctsForFewObservations() {
        // Stephens 1970: D * (sqrt(n) + 0.12 + 0.11 / sqrt(n)); n = 16 and 4.
        assertThat(KolmogorovSmirnov.pValue(1.3581 / 4.1475, 16)).isCloseTo(0.05, within(1e-4));
        assertThat(KolmogorovSmirnov.pValue(1.3581 / 2.175, 4)).isCloseTo(0.05, within(1e-4));
    }

    @Test
    void tooFewObservationsTellNothing() {
        assertThat(KolmogorovSmirnov.pValue(1, 3.99)).isEqualTo(1);
        assertThat(KolmogorovSmirnov.pValue(1, 4)).isLessThan(0.001);
    }

    @Test
    void hardlyAnyDistanceIsNone() {
        assertThat(KolmogorovSmirnov.pValue(0, 100)).isEqualTo(1);
        assertThat(KolmogorovSmirnov.pValue(0.019, 100)).isEqualTo(1);
        assertThat(KolmogorovSmirnov.pValue(0.04, 100)).isCloseTo(0.9962, within(1e-3));
    }
}
