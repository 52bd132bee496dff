package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.bench.BenchRun;
import dev.linkscope.bench.Program;
import dev.linkscope.bench.result.Peer;
import dev.linkscope.bench.result.Ratio;
import dev.linkscope.domain.loss.Interval;
import dev.linkscope.stats.math.FisherExact;
import dev.linkscope.stats.math.Normal;
import dev.linkscope.stats.math.PoissonRates;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Intervals and tests beside SciPy's, at the same inputs: the answers have to agree, and how long
 * they take is compared. SciPy is asked twice: once for each input, and for all in one call, where
 * it has such a call; that one is its fair speed.
 */
@Tag("bench")
@Timeout(120)
class PeerStatisticsBench {
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int INPUTS = 400;
    private static final int ROUNDS = 40;

    /** Both compute with 53 bits; sums of a thousand terms lose three digits of them. */
    private static final double AGREEMENT = 1e-9;

    /** A question with its inputs and Linkscope's way to answer it. */
    private record Asked(String name, List<double[]> inputs, Function<double[], double[]> answer) {}

    @Test
    void agreesWithScipy() throws Exception {
        Optional<String> python = pythonWithScipy();
        if (python.isEmpty()) {
            BenchRun.CURRENT.leftOut(
                    "intervals and tests beside SciPy",
                    "no python3 has SciPy; Debian's python3-scipy brings it.");
            return;
        }
        List<Asked> questions = questions(new SplittableRandom(11));
        JsonNode said = ask(python.get(), questions);
        String peer = "SciPy";
        BenchRun.CURRENT.add(
                new Peer(
                        peer,
                        said.path("version").stringValue()
                                + ", NumPy "
                                + said.path("numpy").stringValue()));
        var report =
                new BenchReport(
                        "Intervals and tests beside SciPy, CPU of one",
                        "question",
                        "inputs",
                        "largest relative difference",
                        "Linkscope, microseconds",
                        "SciPy one by one, microseconds",
                        "SciPy all at once, microseconds");
        double worst = 0;
        for (Asked asked : questions) {
            JsonNode found = said.path("found").path(asked.name());
            double differs = difference(asked, found.path("values"));
            worst = Math.max(worst, differs);
            double ours = microseconds(asked);
            double each = found.path("each").doubleValue() * 1e6;
            JsonNode together = found.path("together");
            double fair = together.isNull() ? each : together.doubleValue() * 1e6;
            report.row(
                    asked.name(),
                    asked.inputs().size(),
                    BenchReport.number(differs),
                    BenchReport.number(ours),
                    BenchReport.number(each),
                    together.isNull() ? "no such call" : BenchReport.number(fair));
            BenchRun.CURRENT.add(
                    new Ratio(
                            asked.name(),
                            "CPU µs",
                            ours,
                            peer + (together.isNull() ? ", one by one" : ", all in one call"),
                            fair,
                            Ratio.Better.LESS));
        }
        report.write();
        assertThat(worst).as("largest relative difference from SciPy").isLessThan(AGREEMENT);
    }

    private static List<Asked> questions(SplittableRandom random) {
        List<double[]> shares = new ArrayList<>();
        List<double[]> counts = new ArrayList<>();
        List<double[]> tables = new ArrayList<>();
        List<double[]> rates = new ArrayList<>();
        List<double[]> distances = new ArrayList<>();
        List<double[]> scores = new ArrayList<>();
        for (int i = 0; i < INPUTS; i++) {
            int n = random.nextInt(20, 9_000);
            shares.add(new double[] {(double) random.nextInt(n + 1) / n, n});
            counts.add(new double[] {random.nextInt(300)});
            int group = random.nextInt(2, 60);
            int others = random.nextInt(2, 200);
            tables.add(
                    new double[] {
                        random.nextInt(group + 1), group, random.nextInt(others + 1), others
                    });
            rates.add(
                    new double[] {
                        random.nextInt(80),
                        random.nextDouble(0.5, 50),
                        1 + random.nextInt(80),
                        random.nextDouble(0.5, 50)
                    });
            distances.add(new double[] {random.nextDouble(0.05, 0.4), random.nextInt(20, 300)});
            scores.add(new double[] {random.nextDouble(-6, 6)});
        }
        return List.of(
                new Asked("wilson", shares, x -> ends(Intervals.wilson(x[0], x[1]))),
                new Asked("garwood", counts, x -> ends(Intervals.garwood((int) x[0]))),
                new Asked(
                        "fisher",
                        tables,
                        x ->
                                one(
                                        FisherExact.upperTail(
                                                (int) x[0], (int) x[1], (int) x[2], (int) x[3]))),
                new Asked(
                        "poisson rates",
                        rates,
                        x -> one(PoissonRates.twoSided((int) x[0], x[1], (int) x[2], x[3]))),
                new Asked("kolmogorov", distances, x -> one(KolmogorovSmirnov.pValue(x[0], x[1]))),
                new Asked("normal", scores, x -> one(Normal.twoSided(x[0]))));
    }

    private static double[] ends(Interval interval) {
        return new double[] {interval.low(), interval.high()};
    }

    private static double[] one(double value) {
        return new double[] {value};
    }

    private static double difference(Asked asked, JsonNode values) {
        assertThat(values.size()).isEqualTo(asked.inputs().size());
        double worst = 0;
        for (int i = 0; i < asked.inputs().size(); i++) {
            double[] ours = asked.answer().apply(asked.inputs().get(i));
            assertThat(values.path(i).size()).isEqualTo(ours.length);
            for (int k = 0; k < ours.length; k++) {
                double theirs = values.path(i).path(k).doubleValue();
                // Below that both say never.
                double scale = Math.max(Math.abs(theirs), 1e-12);
                worst = Math.max(worst, Math.abs(ours[k] - theirs) / scale);
            }
        }
        return worst;
    }

    /** Of one answer, the best of many rounds through all inputs. */
    private static double microseconds(Asked asked) {
        double best = Double.MAX_VALUE;
        double sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long began = THREAD.getCurrentThreadCpuTime();
            for (double[] input : asked.inputs()) {
                sum += asked.answer().apply(input)[0];
            }
            best = Math.min(best, (THREAD.getCurrentThreadCpuTime() - began) / 1e3);
        }
        assertThat(sum).isNotNaN();
        return best / asked.inputs().size();
    }

    private static Optional<String> pythonWithScipy() throws Exception {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            if (Program.find(Path.of(python).getFileName().toString()).isPresent()
                    && Program.output(List.of(python, "-c", "import scipy; print('there')"))
                            .contains("there")) {
                return Optional.of(python);
            }
        }
        return Optional.empty();
    }

    private static JsonNode ask(String python, List<Asked> questions) throws Exception {
        Map<String, List<double[]>> asked = new LinkedHashMap<>();
        questions.forEach(one -> asked.put(one.name(), one.inputs()));
        Process process =
                new ProcessBuilder(python, "-B", "src/test/python/scipy_peer.py")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var input = process.getOutputStream()) {
            input.write(
                    JsonMapper.shared().writeValueAsString(asked).getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return JsonMapper.shared().readTree(said);
    }
}
