package dev.linkscope.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.report.Report;
import dev.linkscope.report.SampleReports;
import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Judged by veraPDF, the validator of the PDF Association: archives take our PDFs. */
@Timeout(120)
class PdfArchiveTest {
    @BeforeAll
    static void initialise() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<Arguments> reports() {
        return Stream.of(
                Arguments.of("one ill printer", SampleReports.oneIllPrinter()),
                Arguments.of("farm", SampleReports.mixedFarm()),
                Arguments.of("odd", SampleReports.of(SampleReports.ill("x", OddNames.ALL))),
                Arguments.of("simulated", SampleReports.simulatedFarm(2)),
                Arguments.of("nothing", SampleReports.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void keepsTheRulesOfPdfA3LevelA(String name, Report report) throws Exception {
        assertThat(broken(PdfReportTest.pdf(report), PDFAFlavour.PDFA_3_A)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFUA_1"})
    void everythingOnThePagesIsTagged(PDFAFlavour flavour) throws Exception {
        // All but the claim itself, which nobody but a person can make.
        assertThat(broken(PdfReportTest.pdf(SampleReports.mixedFarm()), flavour))
                .allMatch(rule -> rule.contains("clause=5"));
    }

    private static Stream<String> broken(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (var parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(
                            assertion ->
                                    assertion.getRuleId()
                                            + " "
                                            + assertion.getMessage()
                                            + " "
                                            + assertion.getLocation().getContext())
                    .distinct();
        }
    }
}
