package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.bench.BenchRun;
import dev.linkscope.bench.Scale;
import dev.linkscope.bench.result.Growth;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.stats.math.SplitMix;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long judging takes, in processor time of its thread: other work on the machine is not it. */
@Tag("bench")
@Timeout(600)
class SpeedBench {
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 15;
    private static final int SLOTS_AN_HOUR = 360;

    @Test
    void judgingADayIsQuick() {
        BenchReport report =
                new BenchReport(
                        "Judging 8,640 slots", "trace", "median, CPU ms", "longest", "bound");
        SplitMix random = new SplitMix(3);
        measure(report, "5 %, independent", 150, Simulated.independent(8_640, 0.05, random));
        measure(report, "5 %, mean burst 5", 150, Simulated.gilbert(8_640, 0.05, 5, random));
        measure(report, "20 %, independent", 500, Simulated.independent(8_640, 0.20, random));
        measure(report, "20 %, mean burst 5", 500, Simulated.gilbert(8_640, 0.20, 5, random));
        measure(report, "50 %, mean burst 5", 1_500, Simulated.gilbert(8_640, 0.50, 5, random));
        report.write();
    }

    @Test
    void judgingGrowsWithHours() {
        var report =
                new BenchReport("Judging a pane by its length", "hours", "slots", "median, CPU ms");
        var points = new ArrayList<Growth.Point>();
        for (int hours : new int[] {2, 6, 12, 24, 72, 168}) {
            int slots = hours * SLOTS_AN_HOUR;
            Trace trace = Traces.of(Simulated.gilbert(slots, 0.05, 3, new SplitMix(hours)));
            double[] millis = millis(trace);
            points.add(new Growth.Point(hours, millis[ROUNDS / 2]));
            report.row(hours, slots, BenchReport.number(millis[ROUNDS / 2]));
        }
        report.write();
        Growth growth = Growth.power("judging a pane", "CPU ms", "hours", points, Scale.HOURS);
        BenchRun.CURRENT.add(growth);
        assertThat(growth.line().slope()).as("exponent of the hours").isLessThan(1.5);
    }

    private static double[] millis(Trace trace) {
        double[] millis = new double[ROUNDS];
        for (int warm = 0; warm < 3; warm++) {
            PaneJudge.judge(trace, Thresholds.DEFAULT);
        }
        for (int i = 0; i < ROUNDS; i++) {
            long begin = THREAD.getCurrentThreadCpuTime();
            PaneJudge.judge(trace, Thresholds.DEFAULT);
            millis[i] = (THREAD.getCurrentThreadCpuTime() - begin) * 1e-6;
        }
        Arrays.sort(millis);
        return millis;
    }

    private static void measure(BenchReport report, String name, double bound, String row) {
        Trace trace = Traces.of(row);
        double[] millis = millis(trace);
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
            long begin = THREAD.getCurrentThreadCpuTime();
            for (Slot slot : slots) {
                pane.add(slot);
                states += pane.state().ordinal();
            }
            best = Math.min(best, (THREAD.getCurrentThreadCpuTime() - begin) * 1e-3 / slots.size());
        }
        BenchReport report = new BenchReport("Live figures", "CPU microseconds a slot", "bound");
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
            long begin = THREAD.getCurrentThreadCpuTime();
            RateCurve.of(trace, Duration.ofMinutes(10), 1_000);
            best = Math.min(best, (THREAD.getCurrentThreadCpuTime() - begin) * 1e-6);
        }
        BenchReport report = new BenchReport("Curve of 8,640 slots", "CPU ms", "bound");
        report.row(BenchReport.number(best), 20);
        report.write();
        assertThat(best).isLessThan(20);
    }

    @Test
    void aFarmIsComparedWhileItIsWatched() {
        BenchReport report =
                new BenchReport(
                        "Shared outages",
                        "printers",
                        "slots",
                        "what happens",
                        "CPU ms, best of five",
                        "bound");
        var points = new ArrayList<Growth.Point>();
        for (int printers : new int[] {10, 50, 200, 500, 1_000}) {
            double bound = printers <= 200 ? 50 : 300;
            compare(report, printers, 720, 0, bound);
            double millis = compare(report, printers, 720, 60, bound);
            points.add(new Growth.Point(printers, millis));
        }
        compare(report, 200, 8_640, 360, 2_000);
        report.write();
        BenchRun.CURRENT.add(
                Growth.power(
                        "finding a shared outage", "CPU ms", "printers", points, Scale.PRINTERS));
    }

    /** A farm with blind spots, own failures, and one fault of {@code length} slots. */
    private static double compare(
            BenchReport report, int printers, int slots, int length, double bound) {
        var world = new FarmWorld(printers, slots, 0.03, 3, new SplitMix(9));
        if (length > 0) {
            world.strike(slots / 3, length, printers / 2);
        }
        List<NamedTrace> farm = world.traces();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 7; round++) {
            long begin = THREAD.getCurrentThreadCpuTime();
            SharedOutages.find(farm, Traces.CADENCE, List.of(), 0);
            double took = (THREAD.getCurrentThreadCpuTime() - begin) * 1e-6;
            best = round < 2 ? best : Math.min(best, took);
        }
        report.row(
                printers,
                slots,
                length == 0 ? "nothing shared" : "a fault of half of them",
                BenchReport.number(best),
                bound);
        assertThat(best).as(printers + " printers").isLessThan(bound);
        return best;
    }
}
