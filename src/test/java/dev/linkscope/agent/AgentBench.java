package dev.linkscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.bench.BenchRun;
import dev.linkscope.bench.Program;
import dev.linkscope.bench.Watch;
import dev.linkscope.bench.result.Ratio;
import java.io.BufferedReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the agent costs, and how fast its outcomes are decoded. */
@Tag("bench")
@Timeout(1200)
class AgentBench {
    private static final double WANTED = 150_000;

    /** Shorter than the script would by itself, which also tells the day by its parts. */
    private static final List<String> COMMAND =
            List.of(
                    "python3",
                    "-B",
                    "cost_bench.py",
                    "--json",
                    "--rounds",
                    "3",
                    "--seconds",
                    "2",
                    "--day",
                    "40",
                    "--parts",
                    "0");

    /**
     * Beside others that make the same probe, and over a day; what is compared is in the script.
     */
    @Test
    void cost() throws Exception {
        nameOthers();
        Process process =
                new ProcessBuilder(COMMAND)
                        .directory(new File("src/test/python"))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BenchReport report = null;
        int rows = 0;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode frame = JsonMapper.shared().readTree(line);
                if (frame.has("compared")) {
                    BenchRun.CURRENT.add(ratio(frame));
                } else if (frame.has("title")) {
                    if (report != null) {
                        report.write();
                    }
                    report =
                            new BenchReport(
                                    frame.path("title").stringValue(), texts(frame, "columns"));
                } else if (report != null) {
                    report.row((Object[]) texts(frame, "row"));
                    rows++;
                }
            }
        } finally {
            process.destroy();
        }
        if (report != null) {
            report.write();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(rows).isGreaterThan(1);
    }

    private static void nameOthers() throws Exception {
        if (Program.find("prometheus-blackbox-exporter").isPresent()) {
            BenchRun.CURRENT.add(
                    Program.peer("blackbox exporter", "prometheus-blackbox-exporter", "--version"));
        } else {
            BenchRun.CURRENT.leftOut(
                    "CPU and memory of a probe beside the blackbox exporter",
                    "Debian's prometheus-blackbox-exporter is not installed.");
        }
        if (Program.find("curl").isPresent()) {
            BenchRun.CURRENT.add(Program.peer("curl, a process a probe", "curl", "--version"));
        } else {
            BenchRun.CURRENT.leftOut("CPU of a probe beside curl", "curl is not installed.");
        }
    }

    private static Ratio ratio(JsonNode frame) {
        return new Ratio(
                frame.path("compared").stringValue(),
                frame.path("unit").stringValue(),
                frame.path("ours").doubleValue(),
                frame.path("peer").stringValue(),
                frame.path("theirs").doubleValue(),
                Ratio.Better.LESS);
    }

    private static String[] texts(JsonNode frame, String key) {
        return frame.path(key).valueStream().map(JsonNode::asString).toArray(String[]::new);
    }

    @Test
    void decodingOutcomes() throws Exception {
        byte[] line =
                Files.readAllLines(Path.of("src/test/resources/wire/v1/agent.ndjson"))
                        .get(5)
                        .getBytes(StandardCharsets.UTF_8);
        var codec = new FrameCodec();
        int rounds = 200_000;
        double best = 0;
        for (int i = 0; i < 8; i++) {
            var watch = Watch.start();
            for (int k = 0; k < rounds; k++) {
                assertThat(codec.decode(line).isPresent()).isTrue();
            }
            best = Math.max(best, rounds / watch.cpuSeconds());
        }
        var report = new BenchReport("Decoding outcomes", "outcomes/CPU s", "wanted");
        report.row(BenchReport.count(best), BenchReport.count(WANTED));
        report.write();
        assertThat(best).isGreaterThan(WANTED);
    }
}
