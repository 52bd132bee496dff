package dev.linkscope.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.report.Report;
import dev.linkscope.report.SampleReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Archives and screen readers take our PDFs. */
@Timeout(120)
class PdfArchiveTest {
    @Test
    void keepsTheRulesOfPdfA3LevelA() throws Exception {
        Report farm =
                SampleReports.of(
                        SampleReports.ill("a", OddNames.ALL),
                        SampleReports.withoutCamera("b", "Voron"),
                        SampleReports.unreachable("c", "Ender"));

        assertThat(VeraPdf.broken(PdfReportTest.pdf(farm), PDFAFlavour.PDFA_3_A)).isEmpty();
    }
}
