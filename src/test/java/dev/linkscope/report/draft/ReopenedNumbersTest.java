package dev.linkscope.report.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.demo.SimulatedFarm;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.PaneCurve;
import dev.linkscope.engine.ReportAssembler;
import dev.linkscope.engine.SessionPlan;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.engine.report.ReportDraft;
import dev.linkscope.engine.report.ReportFormat;
import dev.linkscope.report.FullDetails;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.SampleFixes;
import dev.linkscope.report.SampleReports;
import dev.linkscope.report.file.ReportFiles;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A PDF that is opened and written again has the same numbers, and loses nothing more. */
@Timeout(60)
class ReopenedNumbersTest {
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir Path folder;

    private static Drafts press() {
        return new Drafts(
                SampleDrafts.ENGLISH,
                "1.2.3",
                new Redaction(() -> List.of(SampleDrafts.SECRET)),
                PaneCurve::of);
    }

    /** Another computer: it knows no secret. */
    private static Drafts elsewhere() {
        return new Drafts(SampleDrafts.ENGLISH, "1.2.3", Redaction.byLooks(), PaneCurve::of);
    }

    private Path write(Drafts press, Report report, ReportFormat format) throws Exception {
        Path file = Files.createTempFile(folder, "report", "." + format.ending());
        try (ReportDraft draft = press.draft(report, List.of(), Progress.NONE)) {
            draft.write(format, file, Progress.NONE);
        }
        return file;
    }

    private static Report read(Path file) throws Exception {
        return new ReportFiles(SampleDrafts.ENGLISH).read(file).report();
    }

    /** Opens it twice; what it was the first time. */
    private Report assertTheSameAgain(Report report) throws Exception {
        Report back = read(write(press(), report, ReportFormat.PDF));

        assertThat(write(elsewhere(), back, ReportFormat.JSON))
                .hasSameTextualContentAs(write(press(), report, ReportFormat.JSON));
        Report twice = read(write(elsewhere(), back, ReportFormat.JSON));
        assertThat(write(elsewhere(), twice, ReportFormat.JSON))
                .hasSameTextualContentAs(write(elsewhere(), back, ReportFormat.JSON));
        return back;
    }

    static Stream<Report> reports() {
        return Stream.of(
                SampleReports.comparedFarm(0.031),
                SampleReports.simulatedFarm(1),
                detailed(),
                SampleReports.of(
                        SampleReports.ill("x", SampleDrafts.SECRET),
                        SampleReports.withoutCamera("y", "token=abcdefghij"),
                        SampleReports.unreachable("z", "Жук 🖨️")));
    }

    private static Report detailed() {
        PrinterReport printer = SampleFixes.printer().withDetails(FullDetails.full());
        return SampleReports.of(printer)
                .withScope(
                        new ReportScope(
                                Instant.parse("2026-11-22T07:00:00Z"),
                                Instant.parse("2026-11-22T09:02:00Z"),
                                RedactionLevel.SUPPORT,
                                "The router was changed, password " + SampleDrafts.SECRET));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void samplesComeBack(Report report) throws Exception {
        assertTheSameAgain(report);
    }

    @ParameterizedTest
    @EnumSource(RedactionLevel.class)
    void everyLevelComesBackAndNeverFalls(RedactionLevel level) throws Exception {
        var scope = new ReportScope(null, null, level, null);
        Report back = assertTheSameAgain(SampleReports.oneIllPrinter().withScope(scope));

        assertThat(back.scope().level()).isEqualTo(level);
        assertThat(back.scope().level().stricter(RedactionLevel.MINE)).isEqualTo(level);
    }

    @Test
    void theCsvHasTheSameSlotsAfterwards() throws Exception {
        Report report = SampleReports.mixedFarm();
        Report back = read(write(press(), report, ReportFormat.PDF));

        assertThat(write(elsewhere(), back, ReportFormat.CSV))
                .hasSameTextualContentAs(write(press(), report, ReportFormat.CSV));
    }

    @Test
    void aReportOfTheMadeUpFarmComesBack() throws Exception {
        var demo = new SimulatedFarm(CLOCK, System::nanoTime, 2026, 1);
        List<Printer> printers = demo.printers().stream().limit(3).toList();
        Report report;
        try (OutcomeStore store = SqliteHistory.inMemory(CLOCK);
                var farm =
                        new Farm(
                                SessionPlan.WATCH,
                                (printer, _) -> demo.link(printer),
                                store,
                                CLOCK,
                                "test")) {
            farm.addAll(printers, _ -> LinkQuestions.NOBODY);
            await().atMost(Duration.ofSeconds(40))
                    .until(() ->
                            farm.snapshots().stream()
                                            .filter(one ->
                                                    one.server().figures().attempts() > 300
                                                            && !one.facts().isEmpty())
                                            .count()
                                    >= 2);
            report =
                    new ReportAssembler(SampleDrafts.ENGLISH::render, "en", CLOCK)
                            .assemble(farm.snapshots());
        }
        assertThat(report.printers()).anyMatch(one -> !one.details().chain().isEmpty());
        assertThat(report.printers()).anyMatch(one -> !one.findings().isEmpty());

        assertTheSameAgain(report);
    }
}
