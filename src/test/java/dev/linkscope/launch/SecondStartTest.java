package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.ui.desktop.Request;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, started twice. */
@Timeout(60)
class SecondStartTest {
    @TempDir Path folder;

    private final List<Process> running = new ArrayList<>();

    @AfterEach
    void end() {
        running.forEach(Process::destroyForcibly);
    }

    private Process start(String... args) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Dglass.platform=Headless",
                                "-Dprism.order=sw",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        command.addAll(List.of(args));
        var builder =
                new ProcessBuilder(command)
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out-" + running.size()).toFile());
        builder.environment().put("DISPLAY", ":no-such-display");
        builder.environment().put("LINKSCOPE_HOME", folder.resolve("home").toString());
        builder.environment().remove("DBUS_SESSION_BUS_ADDRESS");
        Process process = builder.start();
        running.add(process);
        return process;
    }

    private String said(Process process) throws IOException {
        return Files.readString(folder.resolve("out-" + running.indexOf(process)));
    }

    @Test
    void aSecondStartEndsAtOnceAndTheFirstGoesOn() throws Exception {
        Process first = start();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> SingleInstance.ask(folder.resolve("home"), new Request.Show()));
        for (String[] args :
                List.of(
                        new String[0],
                        new String[] {"linkscope://printer/Prusa-07"},
                        new String[] {"open", "linkscope://farm"})) {
            Process second = start(args);
            assertThat(second.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(said(second)).contains("Linkscope is open already");
            assertThat(second.exitValue()).isZero();
        }
        assertThat(first.isAlive()).isTrue();
        assertThat(said(first)).isEmpty();
    }
}
