package dev.linkscope.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportedFix;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.RedactedReport;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.SampleFigures;
import dev.linkscope.report.SampleFixes;
import dev.linkscope.report.SampleReports;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was tried, on paper. */
@Timeout(60)
class FixSectionTest {
    private static final Locale WITH_WORDS =
            new Locale.Builder().setLocale(Locale.US).setVariant("FIXTEST").build();

    @Test
    void saysWhenWhatWhoAndWhatCameOfIt() throws Exception {
        assertThat(text(SampleFixes.tried()))
                .contains("What was tried")
                .contains("Better Wi-Fi for Prusa-07")
                .contains("going on")
                .contains("Switch the power saving of")
                .contains("person 1")
                .contains("person 2")
                .contains("wlan0: power save: on")
                .contains("nothing")
                .contains("Not fixed.")
                .contains("Was better, and the fault came back")
                .contains("Interrupted:")
                .contains("by hand")
                .contains("how it ended was never")
                .doesNotContain("anna", "boris", "{\"whole");
    }

    @Test
    void aPlanWithoutWordsIsNamedByItsId() throws Exception {
        assertThat(text(SampleFixes.tried()))
                .contains("no_words_for_this_plan")
                .contains("no_words_for_this");
    }

    @Test
    void whereNothingWasTriedNothingIsSaid() throws Exception {
        assertThat(text(SampleReports.oneIllPrinter())).doesNotContain("What was tried");
    }

    @Test
    void aTrialThatNobodyWroteDownHasItsRow() throws Exception {
        var fix = new ReportedFix(SampleFixes.weakWifi().fixCase(), List.of());

        assertThat(text(SampleReports.of(SampleFixes.printer().withFixes(List.of(fix)))))
                .contains("Nov 22, 08:32:00")
                .contains("Not fixed.")
                .contains("Was better, and the fault came back");
    }

    @Test
    void ofMuchTheLatestIsShown() throws Exception {
        List<LedgerEntry> entries = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            entries.add(
                    SampleFixes.entry(
                            "e" + i,
                            "s" + i,
                            null,
                            "anna",
                            SampleFixes.at(i),
                            EntryState.DONE,
                            List.of(
                                    new ValueChange(
                                            i < 88 ? "x" : "x".repeat(3_000), "a\nb", null)),
                            null));
        }
        var fix = new ReportedFix(SampleFixes.stream().fixCase(), entries);
        Report report = SampleReports.of(SampleFixes.printer().withFixes(List.of(fix)));

        try (PDDocument document = Loader.loadPDF(pdf(report))) {
            assertThat(document.getNumberOfPages()).isLessThan(8);
            assertThat(PageText.of(document))
                    .contains("89 more changes in the attached report.json")
                    .contains("s99")
                    .doesNotContain("s50");
        }
    }

    private static String text(Report report) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf(report))) {
            return PageText.of(document);
        }
    }

    private static byte[] pdf(Report report) throws Exception {
        return new PdfReport(
                        Messages.in(WITH_WORDS, ZoneId.of("Europe/Berlin")),
                        "1.0.0",
                        Redaction.byLooks(),
                        SampleFigures::curve)
                .toBytes(RedactedReport.of(report, Redaction.byLooks()), Progress.NONE);
    }
}
