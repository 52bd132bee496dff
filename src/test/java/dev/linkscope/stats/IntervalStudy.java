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

    /** Bursts needed for the interval to be what it says: fewer teach too little. */
    private static final double BURSTS_NEEDED = 4.5;

    private record Coverage(double all, double withoutFailure, double rest) {}

    @Test
    void burstsAreTakenIntoAccount() {
        BenchReport report =
                new BenchReport(
                        "Coverage of the 95 % interval",
                        "slots",
                        "loss",
                        "mean burst",
                        "bursts expected",
                        "covers",
                        "traces without a failure",
                        "covers the rest");
        for (int slots : new int[] {360, 1_000, 8_640}) {
            for (double loss : new double[] {0.05, 0.20}) {
                for (double mean : new double[] {1 / (1 - loss), 2, 5, 10}) {
                    Coverage seen = covers(slots, loss, mean);
                    double bursts = slots * loss / mean;
                    report.row(
                            slots,
                            BenchReport.percent(loss),
                            BenchReport.number(mean),
                            BenchReport.number(bursts),
                            BenchReport.percent(seen.all()),
                            BenchReport.percent(seen.withoutFailure()),
                            BenchReport.percent(seen.rest()));
                    if (bursts >= BURSTS_NEEDED) {
                        assertThat(seen.all()).isGreaterThanOrEqualTo(0.88);
                    }
                    assertThat(seen.rest()).isGreaterThanOrEqualTo(0.86);
                }
            }
        }
        report.write();
    }

    private static Coverage covers(int slots, double loss, double mean) {
        SplitMix random = new SplitMix(slots * 7L + (long) (loss * 100 + mean * 1_000));
        int covered = 0;
        int clean = 0;
        int coveredClean = 0;
        for (int i = 0; i < TRACES; i++) {
            LivePane pane =
                    PaneJudge.plain(
                            Traces.of(Simulated.gilbert(slots, loss, mean, random)),
                            Thresholds.DEFAULT);
            Interval interval = pane.errorRateCi95();
            int holds = interval.low() <= loss && loss <= interval.high() ? 1 : 0;
            covered += holds;
            clean += pane.errors() == 0 ? 1 : 0;
            coveredClean += pane.errors() == 0 ? holds : 0;
        }
        return new Coverage(
                (double) covered / TRACES,
                (double) clean / TRACES,
                (double) (covered - coveredClean) / (TRACES - clean));
    }
}
