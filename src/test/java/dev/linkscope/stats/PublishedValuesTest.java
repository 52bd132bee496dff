package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.loss.Interval;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.Rfc3611;
import dev.linkscope.domain.loss.Runs;
import dev.linkscope.stats.math.PoissonBinomial;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that others published. */
class PublishedValuesTest {
    /** RFC 3611 §4.7.2's example; 10 ms a packet. */
    static final String RFC_3611 =
            "11110111111111111111111X111X1011110111111111111111111X1111111111";

    @Test
    void rfc3611Example() {
        Rfc3611 figures =
                PaneJudge.judge(Traces.of(RFC_3611, Duration.ofMillis(10)), Thresholds.DEFAULT)
                        .rfc3611();
        assertThat(figures.burstCount()).isEqualTo(1);
        assertThat(figures.burstSeconds()).isCloseTo(0.12, within(1e-12));
        assertThat(figures.burstDensity()).isEqualTo(4.0 / 12);
        assertThat(figures.gapSeconds()).isCloseTo(0.52, within(1e-12));
        assertThat(figures.gapDensity()).isEqualTo(2.0 / 52);
    }

    @Test
    void rfc6534OnTheSameTrace() {
        PaneFigures figures = PaneJudge.judge(Traces.of(RFC_3611), Thresholds.DEFAULT);
        assertThat(PaneJudge.plain(Traces.of(RFC_3611), Thresholds.DEFAULT).pairs())
                .isEqualTo(new PairCounts(51, 6, 6, 0));
        assertThat(figures.rfc6534().ratio()).isEqualTo(6.0 / 63);
        assertThat(figures.rfc6534().duration()).isEqualTo(1.0);
        assertThat(figures.rfc6534().frequency()).isEqualTo(6.0 / 63);
    }

    @Test
    void burstRatio() {
        PaneFigures figures = PaneJudge.judge(Traces.of("1101111100011111"), Thresholds.DEFAULT);
        assertThat(figures.errorRate()).isEqualTo(0.25);
        assertThat(figures.gilbert().meanBurst()).isEqualTo(2.0);
        assertThat(figures.gilbert().burstRatio()).isEqualTo(1.5);
    }

    @Test
    void runsZ() {
        Runs runs = RunsFigures.of(Traces.rows("1110010101110101"));
        assertThat(runs.z()).isCloseTo(1.386750, within(5e-7));
        assertThat(runs.pValueTwoSided()).isCloseTo(0.1655179, within(5e-8));
    }

    @Test
    void runsZOfTenAndTenIsNotWhatATutorialPrints() {
        Runs runs = RunsFigures.of(Traces.rows("0".repeat(10) + "1".repeat(10)));
        assertThat(runs.z()).isCloseTo(-4.1352, within(5e-5));
    }

    /** Counts the runs of each of the 167,960 arrangements. */
    @Test
    void runsExact() {
        String example = "10001101100100111101";
        int atLeast = 0;
        int all = 0;
        long sum = 0;
        int seen = RunsFigures.of(Traces.rows(example)).total();
        for (int bits = 0; bits < 1 << 20; bits++) {
            if (Integer.bitCount(bits) == 11) {
                int runs = 1 + Integer.bitCount((bits ^ (bits >>> 1)) & ((1 << 19) - 1));
                all++;
                sum += runs;
                atLeast += runs >= seen ? 1 : 0;
            }
        }
        assertThat(seen).isEqualTo(11);
        assertThat((double) sum / all).isCloseTo(10.9, within(1e-12));
        assertThat((double) atLeast / all).isCloseTo(0.5700167, within(5e-8));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 3.689", "3, 0.619, 8.767", "10, 4.795, 18.390"})
    void garwood(int count, double low, double high) {
        Interval interval = Intervals.garwood(count);
        assertThat(interval.low()).isCloseTo(low, within(5e-4));
        assertThat(interval.high()).isCloseTo(high, within(5e-4));
    }

    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "0, 20, 0, 0.1611"})
    void wilson(int errors, int attempts, double low, double high) {
        Interval interval = Intervals.wilson((double) errors / attempts, attempts);
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    /** Two Poisson rates: given the sum, the first count is binomial; one-sided. */
    @Test
    void poissonRates() {
        double share = 51_477.5 / (51_477.5 + 54_308.7);
        assertThat(equalShares(90, share)[60]).isCloseTo(0.000428, within(5e-7));
    }

    @Test
    void laplace() {
        double[] failures = {5, 40, 43, 175, 389, 712, 747, 795, 1299, 1478};
        assertThat(Trend.laplace(failures, 1_500)).isCloseTo(-1.327, within(5e-4));
    }

    @Test
    void chanceThatTwoPrintersShareASlot() {
        assertThat(equalShares(20, 0.03)[2]).isCloseTo(0.12, within(5e-3));
    }

    @ParameterizedTest
    @CsvSource({"10, 0.01, 4", "20, 0.03, 7", "50, 0.03, 10", "200, 0.05, 28"})
    void printersNeededToCallASlotShared(int printers, double share, int needed) {
        double alpha = 10.0 / 3_600_000;
        double[] tails = equalShares(printers, share);
        int least = 0;
        while (tails[least] > alpha) {
            least++;
        }
        assertThat(least).isEqualTo(needed);
    }

    private static double[] equalShares(int printers, double share) {
        double[] chances = new double[printers];
        Arrays.fill(chances, share);
        return PoissonBinomial.upperTails(chances);
    }

    @Test
    void cleanSlotsThatExcludeFivePercent() {
        assertThat(Intervals.errorRate(59, 0, PairCounts.NONE).high()).isLessThan(0.05);
        assertThat(Intervals.errorRate(58, 0, PairCounts.NONE).high()).isGreaterThan(0.05);
        assertThat(List.of(Thresholds.DEFAULT.cleanAttempts())).containsExactly(59);
    }
}
