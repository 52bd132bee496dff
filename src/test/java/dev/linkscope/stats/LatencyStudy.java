package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.stats.math.SplitMix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often answer times that do not change are said to have, and which changes are found. */
@Tag("bench")
@Timeout(600)
class LatencyStudy {
    private static final int TRACES = 1_000;

    /**
     * Log-normal answer times, neighbours correlated.
     *
     * @param median in microseconds
     * @param spread standard deviation of the logarithm
     * @param correlation of the logarithms of neighbours
     */
    static List<Integer> answers(
            int count, double median, double spread, double correlation, SplitMix random) {
        List<Integer> micros = new ArrayList<>(count);
        double z = normal(random);
        for (int i = 0; i < count; i++) {
            micros.add((int) (median * Math.exp(spread * z)));
            z = correlation * z + Math.sqrt(1 - correlation * correlation) * normal(random);
        }
        return micros;
    }

    /** Box and Muller 1958. */
    private static double normal(SplitMix random) {
        double u = 1 - random.nextDouble();
        return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static List<LatencyChange> changes(List<Integer> micros) {
        LiveLatency live = new LiveLatency();
        micros.forEach(value -> live.add(Slot.ok(Traces.START, value)));
        return live.changes();
    }

    @Test
    void answersThatDoNotChange() {
        BenchReport report =
                new BenchReport(
                        "Answer times that do not change, a day at 10 s",
                        "spread of the logarithm",
                        "correlation of neighbours",
                        "days",
                        "days with a false change");
        for (double spread : new double[] {0.2, 0.6, 1.2}) {
            for (double correlation : new double[] {0, 0.3, 0.6, 0.9}) {
                SplitMix random = new SplitMix((long) (spread * 100 + correlation * 7_000));
                int wrong = 0;
                for (int i = 0; i < TRACES; i++) {
                    List<Integer> day = answers(8_640, 40_000, spread, correlation, random);
                    wrong += changes(day).isEmpty() ? 0 : 1;
                }
                double share = (double) wrong / TRACES;
                report.row(spread, correlation, TRACES, BenchReport.percent(share));
                assertThat(share).as(spread + " " + correlation).isLessThanOrEqualTo(0.01);
            }
        }
        report.write();
    }

    @Test
    void answersThatChangeOnce() {
        BenchReport report =
                new BenchReport(
                        "Answer times that change once in two hours at 10 s",
                        "median, factor",
                        "spread of the logarithm",
                        "correlation of neighbours",
                        "found");
        for (double factor : new double[] {1.5, 2, 4, 0.5}) {
            for (double spread : new double[] {0.02, 0.2, 0.6}) {
                for (double correlation : new double[] {0, 0.6}) {
                    SplitMix random = new SplitMix((long) (factor * 1e4 + spread * 100));
                    int found = 0;
                    for (int i = 0; i < TRACES; i++) {
                        int at = 330 + random.nextInt(60);
                        List<Integer> day = answers(at, 40_000, spread, correlation, random);
                        day.addAll(answers(720 - at, factor * 40_000, spread, correlation, random));
                        found += changes(day).size() == 1 ? 1 : 0;
                    }
                    double share = (double) found / TRACES;
                    report.row(factor, spread, correlation, BenchReport.percent(share));
                    if (factor == 2 && correlation == 0) {
                        assertThat(share).isGreaterThanOrEqualTo(0.95);
                    }
                }
            }
        }
        report.write();
    }
}
