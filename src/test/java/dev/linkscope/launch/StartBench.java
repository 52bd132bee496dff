package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.bench.BenchRun;
import dev.linkscope.bench.Program;
import dev.linkscope.bench.result.Ratio;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starting from the built image with its cache of classes and without any: from the begin of the
 * process to the first frame, and until the window is usable. On a screen in memory (Xvfb) where
 * there is one, else on the toolkit's platform without a screen.
 */
@Tag("bench")
@Timeout(300)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the image's launcher is Linux's")
class StartBench {
    private static final Path LAUNCHER =
            Path.of("target", "dist", "linkscope", "bin", "linkscope").toAbsolutePath();

    private static final Pattern SAID =
            Pattern.compile("linkscope: first frame (\\d+) ms, usable (\\d+) ms");

    private static final int ROUNDS = 5;
    private static final long LONGEST_SECONDS = 60;

    @TempDir Path folder;

    private record Start(double firstFrame, double usable) {}

    @Test
    void withAndWithoutTheCache() throws Exception {
        if (!Files.isExecutable(LAUNCHER)) {
            BenchRun.CURRENT.leftOut(
                    "starting with and without the cache of classes",
                    "there is no image; mvn -Pdist verify builds it.");
            return;
        }
        Optional<Path> xvfb = Program.find("Xvfb");
        Process screen = xvfb.isPresent() ? screen(xvfb.get()) : null;
        try {
            String display = screen == null ? "" : ":" + screen.inputReader().readLine().strip();
            var with = new ArrayList<Start>();
            var without = new ArrayList<Start>();
            start(display, "");
            for (int round = 0; round < ROUNDS; round++) {
                with.add(start(display, ""));
                without.add(start(display, "-XX:AOTMode=off"));
            }
            report(with, without, display.isEmpty() ? "without a screen" : "under Xvfb");
        } finally {
            if (screen != null) {
                screen.destroy();
            }
        }
    }

    private static Process screen(Path xvfb) throws Exception {
        return new ProcessBuilder(
                        xvfb.toString(),
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        "1600x1000x24",
                        "-nolisten",
                        "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Start start(String display, String flag) throws Exception {
        String options = "-Dlinkscope.start=end " + flag;
        if (display.isEmpty()) {
            options += " -Dglass.platform=Headless -Dprism.order=sw";
        }
        var builder = new ProcessBuilder(LAUNCHER.toString()).redirectErrorStream(true);
        builder.environment().put("LINKSCOPE_JAVA_OPTIONS", options);
        builder.environment().put("LINKSCOPE_HOME", folder.toString());
        builder.environment().put("DISPLAY", display);
        builder.environment().put("WAYLAND_DISPLAY", "");
        Process process = builder.start();
        CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS)
                .execute(process::destroyForcibly);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher figures = SAID.matcher(said);
        assertThat(figures.find()).as(said).isTrue();
        return new Start(
                Integer.parseInt(figures.group(1)) / 1e3, Integer.parseInt(figures.group(2)) / 1e3);
    }

    private static void report(List<Start> with, List<Start> without, String where) {
        var report =
                new BenchReport(
                        "Starting, " + where + ", the median of " + ROUNDS,
                        "image",
                        "first frame, s",
                        "usable, s");
        Start ours = median(with);
        Start theirs = median(without);
        row(report, "with the cache of classes", ours);
        row(report, "without it", theirs);
        report.row("wanted", "0.9", "1.2");
        report.write();
        ratio("first frame after a start", ours.firstFrame(), theirs.firstFrame());
        ratio("window usable after a start", ours.usable(), theirs.usable());
    }

    private static void row(BenchReport report, String image, Start start) {
        report.row(
                image, BenchReport.number(start.firstFrame()), BenchReport.number(start.usable()));
    }

    private static void ratio(String figure, double ours, double theirs) {
        BenchRun.CURRENT.add(
                new Ratio(
                        figure, "s", ours, "itself without the cache", theirs, Ratio.Better.LESS));
    }

    private static Start median(List<Start> starts) {
        return new Start(
                starts.stream().mapToDouble(Start::firstFrame).sorted().toArray()[ROUNDS / 2],
                starts.stream().mapToDouble(Start::usable).sorted().toArray()[ROUNDS / 2]);
    }
}
