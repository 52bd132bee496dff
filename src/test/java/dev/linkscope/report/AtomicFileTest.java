package dev.linkscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linkscope.i18n.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AtomicFileTest {
    @TempDir Path folder;

    @Test
    void replacesTheWholeFile() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "before");

        AtomicFile.write(file, out -> out.write("after".getBytes()));

        assertThat(file).hasContent("after");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFailureLeavesWhatWasThere() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "before");

        assertThatThrownBy(() ->
                        AtomicFile.write(
                                file,
                                out -> {
                                    out.write(1);
                                    throw new IOException("disk full");
                                }))
                .hasMessage("disk full");

        assertThat(file).hasContent("before");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aKilledProgramLeavesNoHalfFile() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "before");
        Process writer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                HalfWriter.class.getName(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try {
            assertThat(writer.inputReader().readLine()).isEqualTo("half");
        } finally {
            writer.destroyForcibly();
        }
        assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();

        assertThat(file).hasContent("before");
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .filteredOn(name -> !name.equals("a"))
                    .allMatch(name -> name.startsWith(".") && name.endsWith(".part"));
        }
    }

    @Test
    void aFolderThatIsNotThereIsSaidInASentence() {
        var writer =
                new JsonReport(
                        Messages.in(Locale.ENGLISH, ZoneOffset.UTC), "1", Redaction.byLooks());

        assertThatThrownBy(() ->
                        writer.write(
                                SampleReports.oneIllPrinter(),
                                folder.resolve("none").resolve("report.json")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("choose another folder");
    }

    @Test
    void writesAReport() throws Exception {
        var messages = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
        Path file = folder.resolve("report.json");

        new JsonReport(messages, "1", Redaction.byLooks())
                .write(SampleReports.oneIllPrinter(), file);

        assertThat(
                        new ReportJson(messages, "1", Redaction.byLooks())
                                .read(Files.readAllBytes(file))
                                .printers())
                .hasSize(1);
    }

    /** Writes half a file and waits to be killed. */
    static final class HalfWriter {
        public static void main(String[] args) throws IOException {
            AtomicFile.write(
                    Path.of(args[0]),
                    out -> {
                        out.write(new byte[1_000_000]);
                        out.flush();
                        System.out.println("half");
                        try {
                            Thread.sleep(60_000);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
        }
    }
}
