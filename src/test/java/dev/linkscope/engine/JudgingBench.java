package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.Thresholds;
import dev.linkscope.stats.math.SplitMix;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whether a farm that is judged all at once holds up a thread that draws 60 times a second. */
@Tag("bench")
@Timeout(300)
class JudgingBench {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration CADENCE = Duration.ofSeconds(10);
    private static final int PRINTERS = 200;
    private static final int DAY = 8_640;
    private static final long FRAME_NANOS = 1_000_000_000L / 60;
    private static final double FRAME_MILLIS = 16;
    private static final int ROUNDS = 4;
    private static final long CONTROL_NANOS = 5_000_000_000L;
    private static final long LONGEST_NANOS = 60_000_000_000L;

    private static Trace day(double loss, SplitMix random) {
        List<Slot> slots = new ArrayList<>(DAY);
        for (int i = 0; i < DAY; i++) {
            Instant at = NOON.plus(CADENCE.multipliedBy(i));
            slots.add(random.nextDouble() < loss ? Slot.failed(at, null) : Slot.ok(at, 20_000));
        }
        return new Trace(List.of(new Segment(CADENCE, slots)));
    }

    /** How late each frame began, in milliseconds, until so many panes are judged. */
    private static double[] frames(AtomicInteger left, long longestNanos) {
        long begin = System.nanoTime();
        List<Double> late = new ArrayList<>();
        long next = begin;
        while (left.get() > 0 && System.nanoTime() - begin < longestNanos) {
            next += FRAME_NANOS;
            for (long now = System.nanoTime(); now < next; now = System.nanoTime()) {
                LockSupport.parkNanos(next - now);
            }
            late.add((System.nanoTime() - next) * 1e-6);
            // A frame that was missed is not made up for.
            next = Math.max(next, System.nanoTime() - FRAME_NANOS);
        }
        return late.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    @Test
    void twoHundredPrintersHoldUpNoFrame() {
        SplitMix random = new SplitMix(1);
        List<Trace> farm = new ArrayList<>();
        for (int i = 0; i < PRINTERS; i++) {
            farm.add(day(i % 4 == 0 ? 0.20 : 0.05, random));
        }
        for (int i = 0; i < 4; i++) {
            PaneJudge.pattern(farm.get(i), Thresholds.DEFAULT);
        }
        // A day's slots are old in a running program; here they were made a moment ago.
        System.gc();
        BenchReport report =
                new BenchReport(
                        "Frames beside 200 printers judged on one thread",
                        "",
                        "frames",
                        "99 %, ms late",
                        "worst, ms late",
                        "over 16 ms");
        double[] idle = {};
        double[] busy = {};
        for (int round = 0; round < ROUNDS; round++) {
            double[] control = frames(new AtomicInteger(1), CONTROL_NANOS);
            double[] judging = judged(farm);
            // Other work on the machine misses frames too: the calmest round tells most.
            if (round == 0 || share(control) < share(idle)) {
                idle = control;
                busy = judging;
            }
        }
        row(report, "nothing judged", idle);
        row(report, "judging", busy);
        report.write();
        assertThat(share(busy)).isLessThanOrEqualTo(Math.max(0.004, 2 * share(idle)));
    }

    private static double[] judged(List<Trace> farm) {
        AtomicInteger left = new AtomicInteger(farm.size());
        try (JudgingThread judging = new JudgingThread()) {
            for (Trace trace : farm) {
                judging.ask(() -> {
                    PaneJudge.pattern(trace, Thresholds.DEFAULT);
                    left.decrementAndGet();
                });
            }
            double[] late = frames(left, LONGEST_NANOS);
            assertThat(left).as("all judged").hasValue(0);
            return late;
        }
    }

    private static double share(double[] late) {
        return (double) over(late) / late.length;
    }

    private static void row(BenchReport report, String what, double[] late) {
        report.row(
                what,
                late.length,
                BenchReport.number(late[(int) (0.99 * (late.length - 1))]),
                BenchReport.number(late[late.length - 1]),
                over(late));
    }

    private static int over(double[] late) {
        return (int) Arrays.stream(late).filter(millis -> millis > FRAME_MILLIS).count();
    }

    @Test
    void oneSlotMoreOnAFullTape() {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        RunClock clock = new RunClock(new ClockReading(0, NOON), NOON);
        PaneTape tape = new PaneTape(DAY);
        JudgingThread judging = new JudgingThread();
        PaneView view = new PaneView(Printer.CLOUD, judging);
        tape.begin(clock, 0, CADENCE, NotMeasured.NOT_ASKED);
        SplitMix random = new SplitMix(2);
        double[] micros = new double[100];
        for (int slot = 0; slot < DAY + micros.length; slot++) {
            boolean fails = random.nextDouble() < 0.05;
            long due = slot * CADENCE.toMillis();
            tape.add(
                    fails
                            ? Outcomes.failed("server", slot, due, 20)
                            : Outcomes.ok("server", slot, due, 20));
            if (slot >= DAY) {
                long begin = thread.getCurrentThreadCpuTime();
                view.of(tape);
                micros[slot - DAY] = (thread.getCurrentThreadCpuTime() - begin) * 1e-3;
            }
        }
        judging.close();
        Arrays.sort(micros);
        BenchReport report =
                new BenchReport("A pane drawn anew, 8,640 slots", "median, CPU µs", "worst");
        report.row(BenchReport.number(micros[50]), BenchReport.number(micros[99]));
        report.write();
    }
}
