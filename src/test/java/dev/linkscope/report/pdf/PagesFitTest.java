package dev.linkscope.report.pdf;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.LayerState.Health;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterDetails;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.report.SampleDetails;
import dev.linkscope.report.SampleFixes;
import dev.linkscope.report.SampleReports;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, hosts and notes three times as long as usual, in any script, stay where they belong. */
@Timeout(120)
class PagesFitTest {
    static Stream<String> names() {
        return Stream.of(
                "Prusa-07 in the cellar behind the boiler",
                OddNames.CYRILLIC.repeat(3),
                OddNames.ARABIC.repeat(3),
                OddNames.CHINESE.repeat(3),
                OddNames.EMOJI.repeat(3),
                OddNames.LONG_WORD,
                OddNames.LONG);
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothingIsCutOffOrCovered(String name) throws Exception {
        Report report =
                new Report(
                                SampleReports.MADE,
                                "en",
                                false,
                                List.of(everywhere(name), SampleReports.unreachable("b", name)),
                                List.of())
                        .withScope(SampleDetails.scope(name));

        try (PDDocument document = Loader.loadPDF(DrawnPages.of(report))) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PageLetters.assertFit(document, page);
            }
        }
    }

    private static PrinterReport everywhere(String name) {
        PrinterReport base = SampleDetails.troubled(SampleFixes.PRINTER.toString(), name, 360);
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : base.facts()) {
            facts.add(fact.value() == null ? fact : Fact.known(fact.key(), name, fact.unit()));
        }
        facts.add(Fact.notChecked("some.key.that.nobody.has.words.for", name));
        PrinterDetails details = SampleDetails.details(SampleDetails.chain(Health.DOWN));
        UserNote note = details.notes().getFirst();
        PastRecord past = details.past().getFirst();
        return new PrinterReport(
                base.id(),
                name,
                name,
                base.connection(),
                base.coverage(),
                renamed(base.server(), name),
                renamed(base.webcam(), name),
                List.of(SampleReports.said(name), SampleReports.said(name)),
                base.findings(),
                facts,
                base.plugin(),
                List.of(SampleFixes.weakWifi(), SampleFixes.stream()),
                new PrinterDetails(
                        name,
                        details.chain(),
                        details.series(),
                        List.of(new PastRecord(name, past.from(), past.to(), past.events())),
                        List.of(SampleReports.said(name)),
                        List.of(
                                new UserNote(
                                        "n", note.printer(), note.at(), note.writtenAt(), name))));
    }

    private static Pane renamed(Pane pane, String name) {
        Trace trace = pane.trace();
        return new Pane(name, pane.figures(), trace);
    }
}
