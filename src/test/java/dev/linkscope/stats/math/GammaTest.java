package dev.linkscope.stats.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammaTest {
    @Test
    void lnGammaOfWholeNumbersIsTheLogOfTheFactorial() {
        double ln = 0;
        for (int n = 1; n <= 10_000; n++) {
            ln += Math.log(n);
            assertThat(Gamma.lnGamma(n + 1.0)).isCloseTo(ln, within(1e-9 + 1e-13 * ln));
        }
    }

    @Test
    void gammaOfOneHalfIsTheRootOfPi() {
        assertThat(Math.exp(Gamma.lnGamma(0.5))).isCloseTo(Math.sqrt(Math.PI), within(1e-14));
    }

    /** χ² table, NIST/SEMATECH e-Handbook §1.3.6.7.4: upper 5 % points. */
    @ParameterizedTest
    @CsvSource({"1, 3.841", "2, 5.991", "10, 18.307", "100, 124.342"})
    void chiSquareUpperFivePercent(int degrees, double value) {
        assertThat(2 * Gamma.quantile(degrees / 2.0, 0.95)).isCloseTo(value, within(5e-4));
    }

    /** The same table: lower 10 % points. */
    @ParameterizedTest
    @CsvSource({"2, 0.211", "10, 4.865", "28, 18.939"})
    void chiSquareLowerTenPercent(int degrees, double value) {
        assertThat(2 * Gamma.quantile(degrees / 2.0, 0.10)).isCloseTo(value, within(5e-4));
    }

    @Test
    void tailsOfTheExponentialAreExactFarOut() {
        assertThat(Gamma.upperTail(1, 700)).isCloseTo(Math.exp(-700), within(1e-313));
        assertThat(Gamma.lowerTail(1, 1e-9)).isCloseTo(1e-9, within(1e-17));
    }

    @Test
    void normalTailsOfTheTable() {
        assertThat(Normal.twoSided(1.959963984540054)).isCloseTo(0.05, within(1e-14));
        assertThat(Normal.twoSided(-2.5758293035489004)).isCloseTo(0.01, within(1e-14));
        assertThat(Normal.twoSided(0)).isEqualTo(1);
        assertThat(Normal.twoSided(38)).isBetween(2e-316, 6e-316);
    }

    @Test
    void chooseOfSmallNumbers() {
        assertThat(Math.exp(Gamma.lnChoose(20, 9))).isCloseTo(167_960, within(1e-6));
        assertThat(Gamma.lnChoose(5, 0)).isCloseTo(0, within(1e-14));
    }

    @Test
    void nothingLiesBelowZero() {
        assertThat(Gamma.lowerTail(2, 0)).isZero();
        assertThat(Gamma.lowerTail(2, -1)).isZero();
        assertThat(Gamma.upperTail(2, 0)).isEqualTo(1);
    }
}
