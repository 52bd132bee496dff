package dev.linkscope.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.report.Report;
import dev.linkscope.report.SampleReports;
import java.io.ByteArrayOutputStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** More kinds of reports than {@link PdfArchiveTest} has time for. */
@Tag("bench")
class PdfArchiveStudy {
    static Stream<Arguments> reports() {
        return Stream.of(
                Arguments.of("one ill printer", SampleReports.oneIllPrinter()),
                Arguments.of("farm", SampleReports.mixedFarm()),
                Arguments.of("simulated", SampleReports.simulatedFarm(20)),
                Arguments.of("nothing", SampleReports.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void keepsTheRulesOfPdfA3LevelA(String name, Report report) throws Exception {
        assertThat(VeraPdf.broken(PdfReportTest.pdf(report), PDFAFlavour.PDFA_3_A)).isEmpty();
    }

    @Test
    void everythingOnThePagesIsTagged() throws Exception {
        byte[] pdf = PdfReportTest.pdf(SampleReports.mixedFarm());
        // All of PDF/UA but the claim itself, which needs a person who looked.
        assertThat(VeraPdf.broken(pdf, PDFAFlavour.PDFUA_1))
                .singleElement()
                .asString()
                .contains("clause=5");
    }

    @Test
    void theValidatorFindsWhatIsMissing() throws Exception {
        byte[] pdf = PdfReportTest.pdf(SampleReports.oneIllPrinter());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.OUTPUT_INTENTS);
            var out = new ByteArrayOutputStream();
            document.save(out);

            assertThat(VeraPdf.broken(out.toByteArray(), PDFAFlavour.PDFA_3_A)).isNotEmpty();
        }
    }
}
