package dev.linkscope.engine.report;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Coverage;
import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportFailure;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.PaneCurve;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.SideEvidence;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One printer of a report as a snapshot. Every figure and every sentence is the report's own; only
 * the curve is drawn again, from the report's slots.
 */
final class ReopenedPrinter {
    private static final String SIMULATED = "simulated";
    private static final String NAMED_SIMULATED = SIMULATED + ":";

    /** With its day: a report may be of a week. */
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PrinterReport report;
    private final PrinterId id;
    private final Report whole;

    /**
     * A printer of a report.
     *
     * @param id under which it is shown
     * @param whole the report that it is in
     */
    ReopenedPrinter(PrinterReport report, PrinterId id, Report whole) {
        this.report = report;
        this.id = id;
        this.whole = whole;
    }

    /** The snapshot. */
    SessionSnapshot snapshot() {
        Failure failure = failure();
        Pane camera = report.webcam();
        Instant end = report.coverage().to();
        return new SessionSnapshot(
                printer(),
                1,
                end == null ? whole.generatedAt() : end,
                LinkState.RECORDED,
                failure,
                null,
                null,
                report.server() == null ? nothing() : pane(report.server()),
                camera == null ? null : pane(camera),
                List.of(),
                report.facts(),
                new SideEvidence(
                        List.of(),
                        List.of(),
                        report.details().past(),
                        report.plugin(),
                        report.details().series(),
                        List.of()),
                report.details().chain(),
                notes(),
                headline(),
                report.findings(),
                report.coverage().measured(),
                0);
    }

    private Printer printer() {
        Pane server = report.server();
        Pane camera = report.webcam();
        return new Printer(
                id,
                report.name(),
                Labels.NONE,
                target(),
                server == null ? Printer.CLOUD : new TargetUrl(server.address()),
                camera == null ? null : new TargetUrl(camera.address()),
                null,
                false,
                server == null ? Printer.DEFAULT_CADENCE : cadence(server.trace()),
                false,
                null);
    }

    private Target target() {
        String written = report.target();
        boolean named = whole.simulated() && written.startsWith(NAMED_SIMULATED);
        if (named) {
            return new Target.Simulated(written.substring(NAMED_SIMULATED.length()));
        }
        return report.connection().state().equals(SIMULATED)
                ? new Target.Simulated(written)
                : new Target.Recorded(written);
    }

    private static Duration cadence(Trace trace) {
        return trace.isEmpty() ? Printer.DEFAULT_CADENCE : trace.segments().getLast().cadence();
    }

    private static PaneSnapshot pane(Pane pane) {
        return new PaneSnapshot(
                pane.address(), pane.figures(), pane.trace(), PaneCurve.of(pane.trace()));
    }

    private static PaneSnapshot nothing() {
        PaneFigures figures = PaneJudge.judge(Trace.EMPTY, Thresholds.DEFAULT);
        return new PaneSnapshot("", figures, Trace.EMPTY, List.of());
    }

    /**
     * Why nothing was measured when the report was made. Its arguments are in the verdict, which
     * begins with its sentence; null where they are not.
     */
    private @Nullable Failure failure() {
        ReportFailure error = report.connection().error();
        if (error == null || report.headline().isEmpty()) {
            return null;
        }
        Statement first = report.headline().getFirst();
        return code(error.code())
                .filter(code -> code.key().equals(first.key()))
                .map(code -> new Failure(code, first.args().stream().map(String::valueOf).toList()))
                .orElse(null);
    }

    private static Optional<FailureCode> code(String wireName) {
        return List.of(FailureCode.values()).stream()
                .filter(code -> code.wireName().equals(wireName))
                .findFirst();
    }

    /** The verdict; a failure that it does not tell comes before it, in the report's own words. */
    private List<Statement> headline() {
        ReportFailure error = report.connection().error();
        if (error == null || !report.headline().isEmpty()) {
            return report.headline();
        }
        return List.of(
                Statement.of("opened.as_written", error.message()),
                Statement.of("opened.as_written", error.nextStep()));
    }

    /** What was measured and what was not, and what the report says about the measuring. */
    private List<Statement> notes() {
        var notes = new ArrayList<Statement>();
        Coverage coverage = report.coverage();
        if (coverage.slots() > 0) {
            notes.add(Statement.of("opened.measured", coverage.measured(), coverage.slots()));
        }
        for (NotMeasured reason : NotMeasured.values()) {
            int slots = Objects.requireNonNullElse(coverage.notMeasured().get(reason), 0);
            if (slots > 0) {
                notes.add(Statement.of("opened.not_measured." + reason.wireName(), slots));
            }
        }
        notes.addAll(report.details().said());
        report.details().notes().stream()
                .map(note -> Statement.of("opened.note", MINUTE.format(note.at()), note.text()))
                .forEach(notes::add);
        return notes;
    }
}
