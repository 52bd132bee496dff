package dev.linkscope.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs a main class of the tests in a process of its own, with the flags of an installed Linkscope:
 * memory and processor time are then its own, not those of the tests before it.
 */
public final class ChildJvm {
    /**
     * Those of {@code packaging/linkscope}. One thread of garbage collection. Snapshots live as
     * long as a cadence: the young generation is large enough that few of them outlive it, and the
     * old one stays close to what is in it.
     */
    public static final List<String> FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xms48m",
                    "-Xmx256m",
                    "-Xmn32m",
                    "-XX:SurvivorRatio=3",
                    "-XX:MinHeapFreeRatio=15",
                    "-XX:MaxHeapFreeRatio=30",
                    "-XX:-ShrinkHeapInSteps",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:TrimNativeHeapInterval=10000",
                    "--enable-native-access=ALL-UNNAMED");

    private ChildJvm() {}

    /** Runs it to its end, or kills it after so long; what it printed, {@code key=value} lines. */
    public static Properties run(Class<?> main, Duration longest, Object... arguments)
            throws Exception {
        return runWith(List.of(), main, longest, arguments);
    }

    /** The same with further flags, which win. */
    public static Properties runWith(
            List<String> flags, Class<?> main, Duration longest, Object... arguments)
            throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(flags);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        Process process = builder.start();
        var figures = new Properties();
        var timer = CompletableFuture.delayedExecutor(longest.toSeconds(), TimeUnit.SECONDS);
        timer.execute(process::destroyForcibly);
        try (BufferedReader out = process.inputReader()) {
            figures.load(out);
        } finally {
            assertThat(process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        assertThat(process.exitValue()).as("how %s ended", main.getSimpleName()).isZero();
        return figures;
    }
}
