package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.engine.PaneCurve;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.ReportJson;
import dev.linkscope.report.SampleReports;
import dev.linkscope.report.pdf.PdfReport;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code linkscope open} as a process of its own. */
@Timeout(60)
class OpenCommandTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    /** A display that is none: the toolkit is told to draw without one. */
    private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":no-such-display");

    @TempDir Path folder;

    private final List<Process> running = new ArrayList<>();
    private Path pdf;

    @BeforeEach
    void write() throws IOException {
        pdf = folder.resolve("report.pdf");
        new PdfReport(ENGLISH, "1", Redaction.byLooks(), PaneCurve::of)
                .write(SampleReports.mixedFarm(), pdf);
    }

    @AfterEach
    void end() {
        running.forEach(Process::destroyForcibly);
    }

    private Process start(Map<String, String> environment, String... args) throws IOException {
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
                                Main.class.getName(),
                                "open"));
        command.addAll(List.of(args));
        var builder =
                new ProcessBuilder(command)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(folder.resolve("out").toFile())
                        .redirectError(folder.resolve("err").toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().put("LINKSCOPE_HOME", folder.resolve("home").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        running.add(process);
        return process;
    }

    private int run(Map<String, String> environment, String... args) throws Exception {
        Process process = start(environment, args);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ended").isTrue();
        return process.exitValue();
    }

    private String out() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    @Test
    void withoutADisplayItIsText() throws Exception {
        assertThat(run(Map.of(), pdf.toString())).isEqualTo(2);
        assertThat(out()).contains("Prusa-07").contains("98 of 692 attempts failed");
        assertThat(err()).isEmpty();
    }

    @Test
    void withADisplayItIsAWindowUntilThatIsClosed() throws Exception {
        Process process = start(DISPLAY, pdf.toString());
        await().atMost(Duration.ofSeconds(30)).until(() -> err().contains("in a window"));
        assertThat(process.isAlive()).isTrue();
        assertThat(out()).isEmpty();
        assertThat(err()).doesNotContain("Exception");
        assertThat(folder.resolve("home")).as("settings are not touched").doesNotExist();
    }

    @Test
    void withADisplayTextAndJsonAreStillThere() throws Exception {
        assertThat(run(DISPLAY, pdf.toString(), "--text")).isEqualTo(2);
        assertThat(out()).contains("98 of 692 attempts failed");
        assertThat(run(DISPLAY, pdf.toString(), "--json", "-")).isEqualTo(2);
        var json = new ReportJson(ENGLISH, Version.number(), Redaction.byLooks());
        assertThat(out().strip().getBytes(StandardCharsets.UTF_8))
                .isEqualTo(json.write(SampleReports.mixedFarm()));
        assertThat(err()).isEmpty();
    }

    @Test
    void whatIsNoReportIsASentenceWithTheNextStep() throws Exception {
        Path other = Files.writeString(folder.resolve("other.json"), "{\"schemaVersion\":7}");
        assertThat(run(Map.of(), other.toString())).isEqualTo(3);
        assertThat(out()).isEmpty();
        assertThat(err().strip())
                .isEqualTo(
                        "linkscope: This report was written by a newer Linkscope (report version"
                                + " 7). Update Linkscope and open the report again.");
    }
}
