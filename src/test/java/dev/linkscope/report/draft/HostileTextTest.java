package dev.linkscope.report.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.report.Connection;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportFailure;
import dev.linkscope.engine.report.ReportFormat;
import dev.linkscope.fuzz.Harmless;
import dev.linkscope.report.SampleReports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a Pi says of itself steers nobody who reads a report, in whatever format. */
class HostileTextTest {
    private static final String HOSTILE =
            "=1\u001b[31m\u009b2J\u202Exyz\u2028a\n# b\u0000<b>{0}../../c\uD800";

    @TempDir private Path folder = Path.of("");

    private static Report report() {
        PrinterReport base = SampleReports.ill("x", HOSTILE);
        return SampleReports.of(
                new PrinterReport(
                        "x",
                        HOSTILE,
                        HOSTILE,
                        new Connection("lost", new ReportFailure("broken", HOSTILE, HOSTILE)),
                        base.coverage(),
                        base.server(),
                        base.webcam(),
                        List.of(SampleReports.said(HOSTILE)),
                        base.findings(),
                        List.of(
                                Fact.known("wifi.ssid", HOSTILE, HOSTILE),
                                Fact.notChecked("other", HOSTILE))));
    }

    private String written(ReportFormat format) throws Exception {
        byte[] bytes = SampleDrafts.written(report(), format, folder);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void assertHarmless(String text) {
        Harmless.lines(text.replace("\r\n", "\n"), Integer.MAX_VALUE);
    }

    @Test
    void markdownAndTables() throws Exception {
        String markdown = written(ReportFormat.MARKDOWN);
        assertHarmless(markdown);
        assertThat(markdown).doesNotContain("<b>").doesNotContainPattern("(?m)^# b");
        String csv = written(ReportFormat.CSV);
        assertHarmless(csv);
        assertThat(csv).doesNotContainPattern("(?m)^=");
    }

    @Test
    void pagesOfAPdf() throws Exception {
        byte[] pdf = SampleDrafts.written(report(), ReportFormat.PDF, folder);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertHarmless(new PDFTextStripper().getText(document));
            Harmless.line(document.getDocumentInformation().getTitle(), 1_000);
        }
    }

    @Test
    void filesOfABundle() throws Exception {
        byte[] zip = SampleDrafts.written(report(), ReportFormat.ZIP, folder);
        for (Map.Entry<String, byte[]> file : SampleDrafts.unzipped(zip).entrySet()) {
            assertThat(file.getKey()).matches("[A-Za-z0-9._/-]+").doesNotContain("..");
            if (file.getKey().matches(".*\\.(?:md|txt|csv|log)")) {
                assertHarmless(new String(file.getValue(), StandardCharsets.UTF_8));
            }
        }
    }
}
