package dev.linkscope.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowthTest {
    private static final double[] SIZES = {10, 50, 100, 200, 500, 1_000};

    private static List<Growth.Point> by(DoubleUnaryOperator law) {
        return Growth.points(SIZES, DoubleStream.of(SIZES).map(law).toArray());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 1.5, 2})
    void findsAKnownExponent(double exponent) {
        Growth growth =
                Growth.power("x", "", "printers", by(n -> 3 * Math.pow(n, exponent)), 10_000);
        assertThat(growth.line().slope()).isCloseTo(exponent, within(1e-9));
        assertThat(growth.line().slopeError()).isCloseTo(0, within(1e-6));
        assertThat(growth.at(10_000).value())
                .isCloseTo(3 * Math.pow(10_000, exponent), within(1e-3));
    }

    /** Ten percent of noise, of known signs: the interval holds the truth and is not idle. */
    @Test
    void noiseWidensTheInterval() {
        double[] noise = {1.1, 0.9, 0.9, 1.1, 0.9, 1.1};
        double[] values = new double[SIZES.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * Math.pow(SIZES[i], 0.7) * noise[i];
        }
        Growth growth = Growth.power("x", "", "printers", Growth.points(SIZES, values), 100_000);
        assertThat(growth.line().slope()).isCloseTo(0.7, within(growth.line().slopeError()));
        assertThat(growth.line().slopeError()).isBetween(0.02, 0.2);
        Growth.Expected far = growth.at(100_000);
        assertThat(2 * Math.pow(100_000, 0.7)).isBetween(far.low(), far.high());
        assertThat(far.high() / far.low()).isGreaterThan(1.2);
    }

    @Test
    void findsAKnownSlope() {
        Growth growth = Growth.linear("x", "MiB", "links", by(n -> 80 + 0.25 * n), 5_000);
        assertThat(growth.line().slope()).isCloseTo(0.25, within(1e-9));
        assertThat(growth.at(5_000).value()).isCloseTo(80 + 1_250, within(1e-6));
        assertThat(growth.lawText()).isEqualTo("0.250 ± 0.0 MiB each");
    }

    @Test
    void whatWasMeasuredIsNoExtrapolation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Growth.power("x", "", "printers", by(n -> n), 1_000))
                .withMessage("1000.0 was measured, not extrapolated");
    }

    @Test
    void nothingCannotGrow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Growth.linear("x", "", "printers", by(n -> n - 10), 5_000))
                .withMessageStartingWith("x has to be positive");
    }

    @Test
    void theNameOfThePictureIsPlain() {
        assertThat(Growth.power("CPU, of one core", "", "printers", by(n -> n), 5_000).picture())
                .isEqualTo("cpu-of-one-core-by-printers.svg");
    }
}
