package dev.linkscope.engine;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.loss.RateLimits;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.stats.math.SplitMix;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one more slot costs a pane that shows a whole day. */
@Tag("bench")
@Timeout(300)
class RedrawBench {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration CADENCE = Duration.ofSeconds(10);
    private static final int DAY = 8_640;

    @Test
    void oneSlotMoreOnAFullTape() {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        RunClock clock = new RunClock(new ClockReading(0, NOON), NOON);
        PaneTape tape = new PaneTape(DAY);
        JudgingThread judging = new JudgingThread();
        PaneView view = new PaneView(Printer.CLOUD, judging, RateLimits.USUAL);
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
