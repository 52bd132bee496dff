package dev.linkscope.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LineTest {
    /** Anscombe (1973), the first of his four sets, with the figures printed there. */
    @Test
    void fitsAnscombesFirstSet() {
        double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
        double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
        Line line = Line.through(x, y);
        assertThat(line.intercept()).isCloseTo(3.0001, within(5e-4));
        assertThat(line.slope()).isCloseTo(0.5001, within(5e-4));
        assertThat(line.r2()).isCloseTo(0.667, within(5e-4));
        // Its standard error is printed as 0.118; 2.262 is Student's quantile for 9.
        assertThat(line.slopeError()).isCloseTo(2.262 * 0.1179, within(5e-4));
        assertThat(line.residual()).isCloseTo(1.237, within(5e-4));
    }

    @Test
    void aFartherPointIsLessSure() {
        Line line = Line.through(new double[] {1, 2, 3, 4}, new double[] {1, 2.2, 2.9, 4});
        assertThat(line.predictionError(10)).isGreaterThan(line.predictionError(2.5));
        assertThat(line.predictionError(2.5)).isGreaterThan(line.residual());
    }

    @Test
    void pointsOnALineLeaveNoDoubt() {
        Line line = Line.through(new double[] {1, 2, 5}, new double[] {3, 5, 11});
        assertThat(line.at(100)).isCloseTo(201, within(1e-9));
        assertThat(line.slopeError()).isCloseTo(0, within(1e-9));
        assertThat(line.r2()).isCloseTo(1, within(1e-12));
    }

    @Test
    void whatDoesNotVaryIsExplained() {
        assertThat(Line.through(new double[] {1, 2, 3}, new double[] {7, 7, 7}).r2()).isEqualTo(1);
    }

    @Test
    void refusesWhatNoLineGoesThrough() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Line.through(new double[] {1, 2}, new double[] {1, 2}))
                .withMessage("needs 3 to 22 points, not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Line.through(new double[] {2, 2, 2}, new double[] {1, 2, 3}))
                .withMessage("all points have the same x");
    }
}
