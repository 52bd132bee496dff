package dev.linkscope.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.report.Connection;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportFailure;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.PaneCurve;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.report.SampleReports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReopenedFarmTest {
    private final List<Statement> refused = new ArrayList<>();

    private ReopenedFarm farm(Report report) {
        return new ReopenedFarm(report, refused::add);
    }

    @Test
    void showsWhatTheReportSaysAndNothingElse() {
        Report report = SampleReports.comparedFarm(0.05);
        ReopenedFarm farm = farm(report);
        assertThat(farm.snapshots()).hasSameSizeAs(report.printers());
        for (int i = 0; i < report.printers().size(); i++) {
            PrinterReport written = report.printers().get(i);
            SessionSnapshot shown = farm.snapshots().get(i);
            assertThat(shown.printer().name()).isEqualTo(written.name());
            assertThat(shown.printer().target().display()).isEqualTo(written.target());
            assertThat(shown.link()).isEqualTo(LinkState.RECORDED);
            if (!written.headline().isEmpty()) {
                assertThat(shown.headline()).isEqualTo(written.headline());
            }
            assertThat(shown.findings()).isEqualTo(written.findings());
            assertThat(shown.facts()).isEqualTo(written.facts());
            assertThat(shown.side().plugin()).isEqualTo(written.plugin());
            assertThat(shown.chain()).isEqualTo(written.details().chain());
            assertThat(shown.outcomes()).isEqualTo(written.coverage().measured());
            assertSame(shown.server(), written.server());
            assertSame(shown.webcam(), written.webcam());
            assertThat(farm.snapshot(shown.printer().id())).contains(shown);
        }
    }

    private static void assertSame(@Nullable PaneSnapshot shown, @Nullable Pane written) {
        if (written == null) {
            assertThat(shown == null || shown.trace().isEmpty()).isTrue();
            return;
        }
        assertThat(shown).isNotNull();
        assertThat(shown.address()).isEqualTo(written.address());
        assertThat(shown.figures()).isEqualTo(written.figures());
        assertThat(shown.trace()).isEqualTo(written.trace());
        assertThat(shown.curve()).isNotEmpty().isEqualTo(PaneCurve.of(written.trace()));
    }

    @Test
    void saysOfThePrintersTogetherWhatTheReportSays() {
        Report report = SampleReports.comparedFarm(0.05);
        ReopenedFarm farm = farm(report);
        FarmView view = farm.view();
        List<PrinterId> ids =
                farm.snapshots().stream().map(SessionSnapshot::printer).map(Printer::id).toList();
        assertThat(view.ownRates()).containsEntry(ids.getFirst(), 0.05).hasSize(1);
        assertThat(view.shared()).hasSize(1);
        FarmView.Shared shared = view.shared().getFirst();
        assertThat(shared.members()).containsExactly(ids.get(0), ids.get(1));
        assertThat(shared.from()).isEqualTo(report.sharedOutages().getFirst().from());
        assertThat(shared.pValue()).isEqualTo(1e-7);
        assertThat(shared.explanation()).hasSize(1);
    }

    @Test
    void aPrinterThatWasNotReachedKeepsItsFailure() {
        Statement message = failure("", 5);
        Statement next = failure(".next", 5);
        SessionSnapshot shown = shown("unreachable", List.of(message, next));
        assertThat(shown.failure()).isNotNull();
        assertThat(shown.failure().message()).isEqualTo(message);
        assertThat(shown.failure().nextStep()).isEqualTo(next);
        assertThat(shown.headline()).containsExactly(message, next);
    }

    @Test
    void aFailureThatThisVersionDoesNotKnowIsToldInTheWordsOfTheReport() {
        SessionSnapshot shown = shown("eaten_by_mice", List.of());
        assertThat(shown.failure()).isNull();
        assertThat(shown.headline())
                .extracting(Statement::args)
                .containsExactly(List.of("It is away."), List.of("Look for it."));
    }

    private static Statement failure(String ending, int args) {
        var padded = new ArrayList<Object>(List.of("octopi.local"));
        while (padded.size() < args) {
            padded.add("");
        }
        return new Statement(FailureCode.UNREACHABLE.key() + ending, padded);
    }

    private SessionSnapshot shown(String code, List<Statement> headline) {
        PrinterReport away = SampleReports.unreachable("x", "Ender");
        return farm(SampleReports.of(
                        new PrinterReport(
                                away.id(),
                                away.name(),
                                away.target(),
                                new Connection(
                                        "failed",
                                        new ReportFailure(code, "It is away.", "Look for it.")),
                                away.coverage(),
                                null,
                                null,
                                headline,
                                List.of(),
                                List.of())))
                .snapshots()
                .getFirst();
    }

    @Test
    void whateverWouldConnectOrChangeIsRefused() {
        ReopenedFarm farm = farm(SampleReports.mixedFarm());
        List<SessionSnapshot> before = farm.snapshots();
        long revision = farm.revision();
        Printer printer = before.getFirst().printer();
        assertThat(printer.target()).isEqualTo(new Target.Recorded("pi@octopi.local"));
        farm.retry(printer.id(), LinkQuestions.NOBODY);
        farm.remove(printer.id());
        farm.add(printer.withId(PrinterId.random()), LinkQuestions.NOBODY);
        farm.relabel(printer.id(), Labels.NONE);
        farm.remeasure(printer, LinkQuestions.NOBODY);
        assertThat(refused).hasSize(5).containsOnly(Statement.of("opened.read_only"));
        assertThat(farm.snapshots()).isEqualTo(before);
        assertThat(farm.revision()).isEqualTo(revision);
    }

    @Test
    void printersWithOneIdAreBothShown() {
        ReopenedFarm farm =
                farm(
                        SampleReports.of(
                                SampleReports.ill("same", "One"),
                                SampleReports.ill("same", "Two")));
        assertThat(farm.snapshots())
                .extracting(one -> one.printer().name())
                .containsExactly("One", "Two");
        assertThat(farm.snapshots()).extracting(one -> one.printer().id()).doesNotHaveDuplicates();
    }

    @Test
    void writtenAgainItIsTheSameAndNeverLessRedacted() throws Exception {
        Report report =
                SampleReports.mixedFarm()
                        .withScope(
                                new ReportScope(
                                        SampleReports.MADE.minusSeconds(7200),
                                        SampleReports.MADE,
                                        RedactionLevel.SUPPORT,
                                        "moved it"));
        ReopenedFarm farm = farm(report);
        var pressed = new ArrayList<Report>();
        var desk =
                new ReopenedReportDesk(
                        report,
                        farm,
                        (made, beside, progress) -> {
                            assertThat(beside).isEmpty();
                            pressed.add(made);
                            throw new IOException("enough");
                        });
        List<PrinterId> all =
                farm.snapshots().stream().map(SessionSnapshot::printer).map(Printer::id).toList();
        for (RedactionLevel level : RedactionLevel.values()) {
            var scope = new ReportScope(null, null, level, null);
            try {
                desk.draft(new ReportRequest(all, scope, true), Progress.NONE);
            } catch (IOException enough) {
                // The press has seen it.
            }
        }
        try {
            desk.draft(
                    new ReportRequest(List.of(all.get(2)), ReportScope.USUAL, false),
                    Progress.NONE);
        } catch (IOException enough) {
            // The press has seen it.
        }
        assertThat(pressed.subList(0, 2)).containsOnly(report);
        assertThat(pressed.get(2).scope().level()).isEqualTo(RedactionLevel.PUBLIC);
        assertThat(pressed.get(2).printers()).isEqualTo(report.printers());
        assertThat(pressed.get(3).printers()).containsExactly(report.printers().get(2));
        assertThat(pressed.get(3).sharedOutages()).isEmpty();
    }
}
