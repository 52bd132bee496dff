package dev.linkscope.report.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.PaneCurve;
import dev.linkscope.engine.report.OpenedReport;
import dev.linkscope.fuzz.Fuzzing;
import dev.linkscope.fuzz.Harmless;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.ReportJson;
import dev.linkscope.report.SampleReports;
import dev.linkscope.report.UnreadableReportException;
import dev.linkscope.report.pdf.PdfReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever somebody sends as a report: a report that can be written again, or a sentence. */
class ReportFilesFuzzTest {
    private static final Messages MESSAGES = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
    private static final ReportJson JSON = new ReportJson(MESSAGES, "1", Redaction.byLooks());

    /** What a PDF may unpack to on its way, several times over. */
    private static final long MOST_MEMORY = 1L << 30;

    @TempDir private Path folder = Path.of("");
    private final ReportFiles files = new ReportFiles(MESSAGES);
    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("report");
    }

    @Test
    void everyJsonIsAReportOrASentence() throws Exception {
        Fuzzing.of("reports")
                .with(JSON.write(SampleReports.mixedFarm()))
                .memory(MOST_MEMORY)
                .run(this::read);
    }

    @Test
    void everyPdfIsAReportOrASentence() throws Exception {
        Path pdf = folder.resolve("seed.pdf");
        new PdfReport(MESSAGES, "1", Redaction.byLooks(), PaneCurve::of)
                .write(SampleReports.of(SampleReports.withoutCamera("p", "P")), pdf);
        Fuzzing.of("pdf")
                .with(Files.readAllBytes(pdf))
                .memory(MOST_MEMORY)
                .words("endobj", "stream\n", "/Kids [1 0 R]", "/Length 99999999", "obj <<", "xref")
                .run(this::read);
    }

    @Test
    void everyZipIsAReportOrASentence() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("../../x/report.json"));
            zip.write(JSON.write(SampleReports.mixedFarm()));
        }
        Fuzzing.of("zip").with(packed.toByteArray()).memory(MOST_MEMORY).run(this::read);
    }

    private static void check(String text) {
        Harmless.lines(text.replace('\t', ' '), 1 << 20);
    }

    private void read(byte[] input) throws IOException {
        Files.write(file, input);
        try {
            OpenedReport opened = files.read(file);
            opened.remarks().forEach(one -> Harmless.line(MESSAGES.render(one), 2_000));
            Report report = opened.report();
            assertThat(JSON.write(report)).isNotEmpty();
            for (PrinterReport printer : report.printers()) {
                // As the window says it.
                printer.headline().forEach(said -> check(MESSAGES.render(said)));
                printer.findings().forEach(finding -> check(MESSAGES.render(finding.title())));
                printer.facts().forEach(fact -> check(fact.key() + fact.value() + fact.unit()));
                check(printer.name() + printer.id() + printer.target());
            }
        } catch (UnreadableReportException e) {
            Harmless.line(e.sentence(), 2_000);
            Harmless.line(e.nextStep(), 2_000);
        }
        assertThat(folder).isDirectoryNotContaining(one -> one.toString().endsWith(".json"));
    }
}
