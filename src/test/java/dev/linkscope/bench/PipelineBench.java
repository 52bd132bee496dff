package dev.linkscope.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many outcomes a second pass the whole way: an agent's bytes, decoded, recorded and judged by
 * a session, written to a history on disk, committed. Twenty agents send at once what they measured
 * in 5½ hours without a link.
 */
@Tag("bench")
@Timeout(300)
class PipelineBench {
    private static final int PRINTERS = 20;
    private static final int EACH = 10_000;
    private static final int ROUNDS = 5;

    /** A farm of 200 left alone for a day is then taken in within three minutes. */
    private static final double WANTED = 20_000;

    @TempDir Path folder;

    @Test
    void outcomesUntilCommitted() throws Exception {
        var report =
                new BenchReport(
                        "From the agents' bytes until committed, 200,000 outcomes",
                        "round",
                        "s",
                        "CPU s",
                        "outcomes/s",
                        "outcomes/CPU s");
        Properties figures =
                ChildJvm.run(
                        PipelineRun.class, Duration.ofMinutes(4), folder, PRINTERS, EACH, ROUNDS);
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double seconds = Double.parseDouble(figures.getProperty("seconds" + round));
            double cpu = Double.parseDouble(figures.getProperty("cpuSeconds" + round));
            double rate = PRINTERS * EACH / cpu;
            report.row(
                    round == 0 ? "1, cold" : round + 1,
                    BenchReport.number(seconds),
                    BenchReport.number(cpu),
                    BenchReport.count(PRINTERS * EACH / seconds),
                    BenchReport.count(rate));
            best = Math.max(best, rate);
        }
        report.row("wanted", "", "", "", BenchReport.count(WANTED));
        report.write();
        assertThat(best).isGreaterThan(WANTED);
    }
}
