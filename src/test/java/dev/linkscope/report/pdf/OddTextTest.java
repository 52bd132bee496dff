package dev.linkscope.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.CaseState;
import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.report.Connection;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportFailure;
import dev.linkscope.domain.report.ReportedFix;
import dev.linkscope.report.SampleFixes;
import dev.linkscope.report.SampleReports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever people type fits on the paper. */
@Timeout(120)
class OddTextTest {
    static Stream<String> names() {
        return Stream.of(
                "",
                " ",
                "Prusa-07",
                OddNames.CYRILLIC,
                OddNames.HEBREW,
                OddNames.ARABIC,
                OddNames.CHINESE,
                OddNames.EMOJI,
                OddNames.MATHS,
                OddNames.CONTROLS,
                OddNames.LONG,
                OddNames.LONG_WORD,
                OddNames.ALL);
    }

    @ParameterizedTest
    @MethodSource("names")
    void staysOnThePaperAndOffOtherText(String name) throws Exception {
        Report report =
                SampleReports.of(
                        everywhere(name), SampleReports.withoutCamera("b", name), lost(name));

        try (PDDocument document = Loader.loadPDF(PdfReportTest.pdf(report))) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PageLetters.assertFit(document, page);
            }
        }
    }

    @Test
    void otherAlphabetsCanBeReadAndFound() throws Exception {
        Report report = SampleReports.of(SampleReports.ill("x", OddNames.CYRILLIC));
        try (PDDocument document = Loader.loadPDF(PdfReportTest.pdf(report))) {
            assertThat(PageText.of(document)).contains("Принтер №7 «Жук»: connection report");
        }
        Report hebrew = SampleReports.of(SampleReports.ill("x", OddNames.HEBREW));
        try (PDDocument document = Loader.loadPDF(PdfReportTest.pdf(hebrew))) {
            assertThat(PageText.of(document)).contains("מדפסת");
        }
    }

    @Test
    void signsWithoutALetterBecomeBoxesOnPaperAndStayInTheData() throws Exception {
        Report report = SampleReports.of(SampleReports.ill("x", OddNames.CHINESE));

        byte[] pdf = PdfReportTest.pdf(report);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(PageText.of(document)).contains("□□□□□: connection report");
            assertThat(trueTexts(document)).contains(OddNames.CHINESE + ": connection report");
        }
        assertThat(PdfReportReaderTest.reader().read(pdf).printers().getFirst().name())
                .isEqualTo(OddNames.CHINESE);
    }

    @Test
    void joinedAndReversedLettersStandForTheName() throws Exception {
        Report report = SampleReports.of(SampleReports.ill("x", OddNames.ARABIC));

        try (PDDocument document = Loader.loadPDF(PdfReportTest.pdf(report))) {
            assertThat(trueTexts(document)).contains(OddNames.ARABIC + ": connection report");
        }
    }

    /** What screen readers read and searches find where other letters are drawn. */
    private static List<String> trueTexts(PDDocument document) {
        List<String> texts = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getPropertiesNames()) {
                COSDictionary properties = page.getResources().getProperties(name).getCOSObject();
                texts.add(properties.getString(COSName.ACTUAL_TEXT));
            }
        }
        return texts;
    }

    /** The name in every place where somebody else's text may stand. */
    private static PrinterReport everywhere(String name) {
        PrinterReport base = SampleReports.ill("x", name);
        Pane server = base.server();
        return new PrinterReport(
                        name,
                        name,
                        name,
                        new Connection("lost", new ReportFailure("link_broken", name, name)),
                        base.coverage(),
                        new Pane(name, server.figures(), server.trace()),
                        new Pane(name, base.webcam().figures(), base.webcam().trace()),
                        List.of(SampleReports.said(name), SampleReports.said(name)),
                        base.findings(),
                        List.of(
                                Fact.known("key", name, name),
                                Fact.known(
                                        "a.key.that.is.longer.than.its.column.by.far", "1", null),
                                Fact.notChecked("other", name)))
                .withFixes(List.of(tried(name)));
    }

    private static ReportedFix tried(String name) {
        FixCase one = SampleFixes.weakWifi().fixCase();
        LedgerEntry entry =
                SampleFixes.entry(
                        "e",
                        name,
                        new ActionCall(name, Map.of(name, name)),
                        name,
                        SampleFixes.at(1),
                        EntryState.DONE,
                        List.of(
                                new ValueChange(name, name, name),
                                new ValueChange(name, null, name)),
                        name,
                        SampleReports.said(name));
        return new ReportedFix(
                SampleFixes.fixCase(
                        name,
                        name,
                        FixPane.SERVER,
                        CaseState.ENDED,
                        one.trials().toArray(Trial[]::new)),
                List.of(entry));
    }

    private static PrinterReport lost(String name) {
        PrinterReport base = SampleReports.unreachable("c", name);
        return new PrinterReport(
                base.id(),
                name,
                name,
                new Connection("failed", new ReportFailure("unreachable", name, name)),
                base.coverage(),
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }
}
