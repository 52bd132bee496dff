package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.SampleReports;
import dev.linkscope.report.SampleTraces;
import dev.linkscope.report.SlotsCsv;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code analyze} reads each CSV by the reader that knows it. */
class TraceFilesTest {
    @TempDir Path folder;

    private Trace read(String pane, Path file) throws Exception {
        var messages = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
        return new TraceFiles(pane, null, Duration.ofSeconds(1), messages).read(file).trace();
    }

    private static long failed(Trace trace) {
        return trace.slots().filter(Slot::failed).count();
    }

    @Test
    void aReportAsCsvHasItsPanes() throws Exception {
        Path file =
                Files.write(
                        folder.resolve("slots.csv"), SlotsCsv.of(SampleReports.ill("i", "Prusa")));

        assertThat(failed(read("webcam", file))).isEqualTo(2);
        assertThat(failed(read("server", file))).isEqualTo(failed(SampleTraces.bursts(720)));
        assertThat(read("server", file).segments().getFirst().cadence())
                .isEqualTo(SampleTraces.CADENCE);
    }

    @Test
    void aCsvOfTwoColumnsIsReadAsBefore() throws Exception {
        Path file = Files.writeString(folder.resolve("own.csv"), "time,ok\n0,1\n1,0\n2,\n");

        assertThat(failed(read("server", file))).isEqualTo(1);
        assertThat(read("server", file).slots()).hasSize(3);
    }
}
