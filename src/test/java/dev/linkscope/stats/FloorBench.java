package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.bench.BenchRun;
import dev.linkscope.bench.result.Peer;
import dev.linkscope.bench.result.Ratio;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.stats.math.SplitMix;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Judging beside the least that a computer can do with the same slots: a plain sum over them, a
 * byte each. Out of the caches' reach the sum shows what memory gives; a day of slots fits into the
 * first cache. Nothing that looks at every slot can be quicker, so these ratios are never below 1;
 * what counts is how far above they stay.
 */
@Tag("bench")
@Timeout(120)
class FloorBench {
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int DAY = 8_640;

    /** Slots of 20,000 printers' day: far more than any cache holds. */
    private static final int MANY = 20_000 * DAY;

    private static final int ROUNDS = 15;
    private static final String FLOOR = "a plain sum over the slots";

    @Test
    void besideAPlainSum() {
        String row = Simulated.gilbert(DAY, 0.05, 5, new SplitMix(3));
        Trace trace = Traces.of(row);
        List<Slot> slots = trace.slots().toList();
        byte[] bytes = row.getBytes(StandardCharsets.US_ASCII);
        byte[] many = new byte[MANY];
        for (int i = 0; i < MANY; i++) {
            many[i] = bytes[i % DAY];
        }
        double cached = nanos(DAY, 2_000, () -> sum(bytes));
        double memory = nanos(MANY, 1, () -> sum(many));
        double live = nanos(DAY, 10, () -> live(slots));
        double judged = nanos(DAY, 2, () -> PaneJudge.judge(trace, Thresholds.DEFAULT).hashCode());
        var report =
                new BenchReport(
                        "A slot beside the machine's floor",
                        "what",
                        "CPU ns a slot",
                        "slots a CPU second");
        row(report, FLOOR + ", in the cache", cached);
        row(report, FLOOR + ", out of memory", memory);
        row(report, "a live pane", live);
        row(report, "judging a day whole", judged);
        report.note("The sum out of memory reads %.1f GB/s.".formatted(1 / memory));
        report.write();
        BenchRun.CURRENT.add(new Peer(FLOOR, "Java " + Runtime.version()));
        ratio("a live pane, a slot", live, cached);
        ratio("judging a day, a slot", judged, cached);
        assertThat(memory).as("the floor is below what stands on it").isLessThan(judged);
    }

    private static void row(BenchReport report, String what, double nanos) {
        report.row(what, BenchReport.number(nanos), BenchReport.count(1e9 / nanos));
    }

    private static void ratio(String figure, double ours, double floor) {
        BenchRun.CURRENT.add(new Ratio(figure, "CPU ns", ours, FLOOR, floor, Ratio.Better.LESS));
    }

    private interface Work {
        long run();
    }

    /** Of one slot, the best of many rounds. */
    private static double nanos(int slots, int times, Work work) {
        double best = Double.MAX_VALUE;
        long seen = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long began = THREAD.getCurrentThreadCpuTime();
            for (int i = 0; i < times; i++) {
                seen += work.run();
            }
            double took = THREAD.getCurrentThreadCpuTime() - began;
            best = Math.min(best, took / times / slots);
        }
        assertThat(seen).isNotZero();
        return best;
    }

    private static long sum(byte[] bytes) {
        long sum = 0;
        for (byte one : bytes) {
            sum += one;
        }
        return sum;
    }

    private static long live(List<Slot> slots) {
        LivePane pane = new LivePane(Thresholds.DEFAULT);
        pane.beginSegment(Duration.ofSeconds(10));
        slots.forEach(pane::add);
        return pane.state().ordinal() + 1L;
    }
}
