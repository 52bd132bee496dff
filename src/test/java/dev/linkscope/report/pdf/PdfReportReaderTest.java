package dev.linkscope.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linkscope.domain.report.Report;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.ReportJson;
import dev.linkscope.report.SampleReports;
import dev.linkscope.report.UnreadableReportException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PdfReportReaderTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    static PdfReportReader reader() {
        return new PdfReportReader(ENGLISH);
    }

    @Test
    void givesBackWhatWasWritten() throws Exception {
        Report report = SampleReports.mixedFarm();
        var json = new ReportJson(ENGLISH, "1", Redaction.byLooks());

        Report back = reader().read(PdfReportTest.pdf(report));

        assertThat(json.write(back)).isEqualTo(json.write(report));
    }

    @Test
    void refusesAPdfWithoutAReport() throws Exception {
        assertRefused(emptyPdf(null), "no_report_inside");
    }

    @Test
    void refusesAPdfWithSomethingElseInside() throws Exception {
        assertRefused(emptyPdf("no json".getBytes(StandardCharsets.UTF_8)), "not_a_report");
        assertRefused(
                emptyPdf("{\"schemaVersion\":1}".getBytes(StandardCharsets.UTF_8)),
                "damaged_report");
    }

    @Test
    void refusesWhatIsNoPdf() {
        assertRefused(new byte[0], "damaged_pdf");
        assertRefused("%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), "damaged_pdf");
    }

    @Test
    void damageAnywhereEndsInASentence() throws Exception {
        byte[] whole = PdfReportTest.pdf(SampleReports.oneIllPrinter());
        var random = new Random(3);
        for (int i = 0; i < 60; i++) {
            byte[] damaged =
                    i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int j = 0; j < 20 && damaged.length > 0; j++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            }
            try {
                assertThat(reader().read(damaged).printers()).hasSize(1);
            } catch (UnreadableReportException e) {
                assertThat(e.nextStep()).isNotBlank();
            }
        }
    }

    private static void assertRefused(byte[] pdf, String code) {
        assertThatThrownBy(() -> reader().read(pdf))
                .isInstanceOfSatisfying(
                        UnreadableReportException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.getMessage()).isNotBlank();
                            assertThat(e.nextStep()).isNotBlank();
                        });
    }

    private static byte[] emptyPdf(byte[] attached) throws Exception {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            if (attached != null) {
                var file =
                        new Attachment(
                                "report.json", "application/json", "Data", "report", attached);
                Attachments.add(document, List.of(file), SampleReports.MADE);
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
