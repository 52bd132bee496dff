package dev.linkscope.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty made-up printers at twenty times real time: what grows, and how fast. {@code
 * -Dlinkscope.soak=PT12M} of real time, which is four hours of theirs; half an hour of theirs by
 * default. The view holds two hours, so memory grows until then: what is judged is the second half.
 */
@Tag("bench")
@Timeout(40 * 60)
@EnabledOnOs(value = OS.LINUX, disabledReason = "threads and files are read from /proc")
class SoakBench {
    private static final Duration LENGTH =
            Duration.parse(System.getProperty("linkscope.soak", "PT90S"));
    private static final int PRINTERS = 50;
    private static final double SPEED = 20;
    private static final double HOUR = 3600;
    private static final double MIB = 1 << 20;

    /** The time that is in view; before it is full, more is kept every minute. */
    private static final double IN_VIEW = 2 * HOUR;

    /** What a fit may show by chance where collections fall differently. */
    private static final double HEAP_MIB_AN_HOUR = 2;

    /** They come and go with links that break and come back. */
    private static final double THREADS = 6;

    private static final double FILES = 6;

    /** Of an outcome with its share of sums and indices: twice what is measured. */
    private static final double BYTES_AN_OUTCOME = 150;

    @TempDir Path folder;

    private record Look(
            double seconds,
            double heap,
            double threads,
            double files,
            double store,
            double outcomes) {}

    @Test
    void staysAsItIs() throws Exception {
        Properties told =
                ChildJvm.run(
                        SoakRun.class,
                        LENGTH.plusMinutes(5),
                        folder.resolve("soak.db"),
                        PRINTERS,
                        SPEED,
                        LENGTH.toMillis());
        List<Look> looks = looks(told);
        Look last = looks.getLast();
        double from = Math.max(last.seconds() / 2, Math.min(IN_VIEW, last.seconds() * 0.6));
        List<Look> judged = looks.stream().filter(one -> one.seconds() >= from).toList();
        double heap = slope(judged, one -> one.heap() / MIB);
        double threads = slope(judged, Look::threads);
        double files = slope(judged, Look::files);
        double store = slope(judged, one -> one.store() / MIB);
        double outcomes = slope(judged, Look::outcomes);
        var report =
                new BenchReport(
                        "%d printers for %.1f h at %.0f times real time"
                                .formatted(PRINTERS, last.seconds() / HOUR, SPEED),
                        "",
                        "at the begin",
                        "in the middle",
                        "at the end",
                        "slope of the last "
                                + BenchReport.number((last.seconds() - from) / HOUR)
                                + " h, each hour");
        row(report, "heap after GC, MiB", looks, one -> one.heap() / MIB, heap);
        row(report, "threads", looks, Look::threads, threads);
        row(report, "open files", looks, Look::files, files);
        row(report, "history, MiB", looks, one -> one.store() / MIB, store);
        row(report, "outcomes", looks, Look::outcomes, outcomes);
        report.row(
                "bytes of history an outcome",
                "",
                "",
                BenchReport.number(store * MIB / outcomes),
                "");
        report.write();

        assertThat(outcomes).as("outcomes an hour").isGreaterThan(PRINTERS * 300.0);
        assertThat(growth(judged, Look::threads)).as("threads more").isLessThan(THREADS);
        assertThat(growth(judged, Look::files)).as("open files more").isLessThan(FILES);
        assertThat(store * MIB / outcomes).as("bytes an outcome").isLessThan(BYTES_AN_OUTCOME);
        if (from >= IN_VIEW) {
            assertThat(heap).as("heap, MiB an hour").isLessThan(HEAP_MIB_AN_HOUR);
        }
    }

    private static List<Look> looks(Properties told) {
        var looks = new ArrayList<Look>();
        for (int i = 0; told.containsKey("look." + i); i++) {
            String[] words = told.getProperty("look." + i).split(" ");
            looks.add(
                    new Look(
                            Double.parseDouble(words[0]),
                            Double.parseDouble(words[1]),
                            Double.parseDouble(words[2]),
                            Double.parseDouble(words[3]),
                            Double.parseDouble(words[4]),
                            Double.parseDouble(words[5])));
        }
        return looks;
    }

    /** Growth in an hour by least squares. */
    private static double slope(List<Look> looks, ToDoubleFunction<Look> value) {
        double times = looks.stream().mapToDouble(Look::seconds).average().orElseThrow();
        double values = looks.stream().mapToDouble(value).average().orElseThrow();
        double together = 0;
        double spread = 0;
        for (Look look : looks) {
            together += (look.seconds() - times) * (value.applyAsDouble(look) - values);
            spread += (look.seconds() - times) * (look.seconds() - times);
        }
        return HOUR * together / spread;
    }

    /** Of the last third against the first. */
    private static double growth(List<Look> looks, ToDoubleFunction<Look> value) {
        int third = Math.max(1, looks.size() / 3);
        double first = looks.subList(0, third).stream().mapToDouble(value).average().orElse(0);
        List<Look> end = looks.subList(looks.size() - third, looks.size());
        return end.stream().mapToDouble(value).average().orElse(0) - first;
    }

    private static void row(
            BenchReport report,
            String what,
            List<Look> looks,
            ToDoubleFunction<Look> value,
            double slope) {
        report.row(
                what,
                BenchReport.count(value.applyAsDouble(looks.getFirst())),
                BenchReport.count(value.applyAsDouble(looks.get(looks.size() / 2))),
                BenchReport.count(value.applyAsDouble(looks.getLast())),
                BenchReport.number(slope));
    }
}
