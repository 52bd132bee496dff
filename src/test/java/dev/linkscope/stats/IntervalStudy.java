package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.loss.Interval;
import dev.linkscope.stats.math.SplitMix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often the 95 % interval of the error rate holds the true rate. */
@Tag("bench")
@Timeout(600)
class IntervalStudy {
    private static final int TRACES = 4_000;

    @Test
    void burstsAreTakenIntoAccount() {
        BenchReport report =
                new BenchReport(
                        "Coverage of the 95 % interval", "slots", "loss", "mean burst", "covers");
        for (int slots : new int[] {360, 1_000, 8_640}) {
            for (double loss : new double[] {0.05, 0.20}) {
                for (double mean : new double[] {1 / (1 - loss), 2, 5, 10}) {
                    double covers = covers(slots, loss, mean);
                    report.row(
                            slots,
                            BenchReport.percent(loss),
                            BenchReport.number(mean),
                            BenchReport.percent(covers));
                    if (slots >= 1_000) {
                        assertThat(covers).isGreaterThanOrEqualTo(0.88);
                    }
                }
            }
        }
        report.write();
    }

    private static double covers(int slots, double loss, double mean) {
        SplitMix random = new SplitMix(slots * 7L + (long) (loss * 100 + mean * 1_000));
        int covered = 0;
        for (int i = 0; i < TRACES; i++) {
            LivePane pane =
                    PaneJudge.plain(
                            Traces.of(Simulated.gilbert(slots, loss, mean, random)),
                            Thresholds.DEFAULT);
            Interval interval = pane.errorRateCi95();
            covered += interval.low() <= loss && loss <= interval.high() ? 1 : 0;
        }
        return (double) covered / TRACES;
    }
}
