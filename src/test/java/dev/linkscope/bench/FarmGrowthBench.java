package dev.linkscope.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.result.Growth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the cost of a farm grows with its size: simulated printers with two hours in view, each size
 * in a process of its own.
 */
@Tag("bench")
@Timeout(value = 40, unit = TimeUnit.MINUTES)
@EnabledOnOs(value = OS.LINUX, disabledReason = "resident memory is read from /proc")
class FarmGrowthBench {
    private static final int[] SIZES = {10, 50, 100, 200, 500, 1_000};

    /** More printers need a larger heap, see {@code LINKSCOPE_HEAP} in packaging/linkscope. */
    private static final int USUAL_HEAP_BEARS = 500;

    private static final int WARM_UP_SECONDS = 10;
    private static final int SECONDS = 30;
    private static final double WANTED_RESIDENT_MIB = 600;

    /** What grows with the farm may grow with it, and hardly faster. */
    private static final double WANTED_EXPONENT = 1.2;

    @TempDir Path folder;

    @Test
    void fromTenToAThousand() throws Exception {
        var report =
                new BenchReport(
                        "What a farm costs by its size",
                        "printers",
                        "CPU, of one core",
                        "heap used after GC, MiB",
                        "heap committed",
                        "resident, MiB",
                        "peak",
                        "threads",
                        "outcomes/s",
                        "load");
        double[] cpu = new double[SIZES.length];
        double[] heap = new double[SIZES.length];
        double[] resident = new double[SIZES.length];
        for (int i = 0; i < SIZES.length; i++) {
            Properties figures =
                    ChildJvm.runWith(
                            SIZES[i] > USUAL_HEAP_BEARS ? List.of("-Xmx448m") : List.of(),
                            SessionsRun.class,
                            Duration.ofMinutes(10),
                            folder.resolve(SIZES[i] + ".db"),
                            SIZES[i],
                            "history",
                            WARM_UP_SECONDS,
                            SECONDS);
            cpu[i] = number(figures, "cpuShare");
            heap[i] = number(figures, "heapMib");
            resident[i] = number(figures, "residentMib");
            report.row(
                    BenchReport.count(SIZES[i]),
                    BenchReport.percent(cpu[i]),
                    BenchReport.count(heap[i]),
                    BenchReport.count(number(figures, "heapCommittedMib")),
                    BenchReport.count(resident[i]),
                    BenchReport.count(number(figures, "peakMib")),
                    BenchReport.count(number(figures, "threads")),
                    BenchReport.number(number(figures, "outcomesPerSecond")),
                    BenchReport.number(Machine.load()));
        }
        report.write();
        double[] sizes = Arrays.stream(SIZES).asDoubleStream().toArray();
        Growth cpuGrowth = growth("CPU of a farm", "of one core", sizes, cpu);
        Growth heapGrowth = growth("heap of a farm", "MiB", sizes, heap);
        BenchRun.CURRENT.add(cpuGrowth);
        BenchRun.CURRENT.add(heapGrowth);
        BenchRun.CURRENT.add(
                Growth.linear(
                        "resident memory of a farm",
                        "MiB",
                        "printers",
                        Growth.points(sizes, resident),
                        Scale.PRINTERS));
        assertThat(cpuGrowth.line().slope()).as("growth of CPU").isLessThan(WANTED_EXPONENT);
        assertThat(heapGrowth.line().slope()).as("growth of the heap").isLessThan(WANTED_EXPONENT);
        assertThat(resident[SIZES.length - 1]).isLessThan(WANTED_RESIDENT_MIB);
    }

    private static Growth growth(String figure, String unit, double[] sizes, double[] values) {
        return Growth.power(figure, unit, "printers", Growth.points(sizes, values), Scale.PRINTERS);
    }

    private static double number(Properties figures, String key) {
        return Double.parseDouble(figures.getProperty(key));
    }
}
