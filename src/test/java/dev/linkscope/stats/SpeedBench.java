package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long judging takes. */
@Tag("bench")
@Timeout(600)
class SpeedBench {
    private static final int ROUNDS = 15;

    @Test
    void judgingADayIsQuick() {
        BenchReport report =
                new BenchReport(
                        "Judging 8,640 slots", "trace", "median ms", "worst ms", "bound ms");
        SplitMix random = new SplitMix(3);
        measure(report, "5 %, independent", 150, Simulated.independent(8_640, 0.05, random));
        measure(report, "5 %, mean burst 5", 150, Simulated.gilbert(8_640, 0.05, 5, random));
        measure(report, "20 %, independent", 500, Simulated.independent(8_640, 0.20, random));
        measure(report, "20 %, mean burst 5", 500, Simulated.gilbert(8_640, 0.20, 5, random));
        measure(report, "50 %, mean burst 5", 1_500, Simulated.gilbert(8_640, 0.50, 5, random));
        report.write();
    }

    private static void measure(BenchReport report, String name, double bound, String row) {
        Trace trace = Traces.of(row);
        double[] millis = new double[ROUNDS];
        for (int warm = 0; warm < 3; warm++) {
            PaneJudge.judge(trace, Thresholds.DEFAULT);
        }
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            PaneJudge.judge(trace, Thresholds.DEFAULT);
            millis[i] = (System.nanoTime() - begin) * 1e-6;
        }
        Arrays.sort(millis);
        report.row(
                name,
                BenchReport.number(millis[ROUNDS / 2]),
                BenchReport.number(millis[ROUNDS - 1]),
                bound);
        assertThat(millis[ROUNDS / 2]).as(name).isLessThan(bound);
    }

    @Test
    void aLiveSlotCostsLessThanTwoMicroseconds() {
        List<Slot> slots =
                Traces.of(Simulated.gilbert(8_640, 0.20, 3, new SplitMix(5))).slots().toList();
        double best = Double.MAX_VALUE;
        int states = 0;
        for (int round = 0; round < 30; round++) {
            LivePane pane = new LivePane(Thresholds.DEFAULT);
            pane.beginSegment(Duration.ofSeconds(10));
            long begin = System.nanoTime();
            for (Slot slot : slots) {
                pane.add(slot);
                states += pane.state().ordinal();
            }
            best = Math.min(best, (System.nanoTime() - begin) * 1e-3 / slots.size());
        }
        BenchReport report = new BenchReport("Live figures", "microseconds a slot", "bound");
        report.row(BenchReport.number(best), 2);
        report.write();
        assertThat(states).isPositive();
        assertThat(best).isLessThan(2);
    }

    @Test
    void aCurveIsDrawnWithinAFrame() {
        Trace trace = Traces.of(Simulated.gilbert(8_640, 0.05, 3, new SplitMix(8)));
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 30; round++) {
            long begin = System.nanoTime();
            RateCurve.of(trace, Duration.ofMinutes(10), 1_000);
            best = Math.min(best, (System.nanoTime() - begin) * 1e-6);
        }
        BenchReport report = new BenchReport("Curve of 8,640 slots", "ms", "bound");
        report.row(BenchReport.number(best), 20);
        report.write();
        assertThat(best).isLessThan(20);
    }

    @Test
    void aFarmOfTwoHundredIsQuick() {
        BenchReport report = new BenchReport("Shared outages, a day at 10 s", "printers", "ms");
        for (int printers : new int[] {20, 200}) {
            List<NamedTrace> farm = FarmStudy.farm(printers, 8_640, 0.03, 3, new SplitMix(9));
            SharedOutages.find(farm, Traces.CADENCE);
            long begin = System.nanoTime();
            SharedOutages.find(farm, Traces.CADENCE);
            report.row(printers, BenchReport.number((System.nanoTime() - begin) * 1e-6));
        }
        report.write();
    }
}
