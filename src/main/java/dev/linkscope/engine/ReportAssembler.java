package dev.linkscope.engine;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.report.Connection;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportFailure;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.domain.report.ReportedFix;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.engine.port.FixStore;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.stats.CoverageOf;
import dev.linkscope.stats.LatencyStatements;
import dev.linkscope.stats.PaneSubject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a report of what sessions know at this moment; each pane is judged over its whole trace.
 * Takes a while.
 */
public final class ReportAssembler {
    private final Function<Statement, String> words;
    private final String language;
    private final InstantSource clock;
    private final FixPlans plans;
    private final Function<SessionSnapshot, List<Fact>> furtherFacts;
    private final Supplier<Function<PrinterId, List<ReportedFix>>> fixes;
    private final ReportDetails details;

    /** An assembler whose findings name no plans. */
    public ReportAssembler(
            Function<Statement, String> words, String language, InstantSource clock) {
        this(words, language, clock, FixPlans.NONE);
    }

    /**
     * An assembler.
     *
     * @param words renders a statement
     * @param language BCP 47 tag of the language that {@code words} renders in
     * @param plans names the plan of each finding
     */
    public ReportAssembler(
            Function<Statement, String> words,
            String language,
            InstantSource clock,
            FixPlans plans) {
        this(
                words,
                language,
                clock,
                plans,
                _ -> List.of(),
                () -> _ -> List.of(),
                new ReportDetails(HistoryBook.NONE));
    }

    private ReportAssembler(
            Function<Statement, String> words,
            String language,
            InstantSource clock,
            FixPlans plans,
            Function<SessionSnapshot, List<Fact>> furtherFacts,
            Supplier<Function<PrinterId, List<ReportedFix>>> fixes,
            ReportDetails details) {
        this.words = words;
        this.language = language;
        this.clock = clock;
        this.plans = plans;
        this.furtherFacts = furtherFacts;
        this.fixes = fixes;
        this.details = details;
    }

    /** The same, with what the second witness saw among the facts. */
    public ReportAssembler with(WitnessBoard witness) {
        return new ReportAssembler(
                words,
                language,
                clock,
                plans,
                session -> witness.of(session).facts(),
                fixes,
                details);
    }

    /** The same, with what was tried with each printer. */
    public ReportAssembler withFixes(Function<PrinterId, List<ReportedFix>> tried) {
        return new ReportAssembler(
                words, language, clock, plans, furtherFacts, () -> tried, details);
    }

    /** The same, with what was tried as a store has it; read once for each report. */
    public ReportAssembler withFixes(FixStore store) {
        return new ReportAssembler(
                words,
                language,
                clock,
                plans,
                furtherFacts,
                () -> ReportedFixes.read(store),
                details);
    }

    /** The same, with what the user noted of the time that is reported on. */
    public ReportAssembler withBook(HistoryBook book) {
        return new ReportAssembler(
                words, language, clock, plans, furtherFacts, fixes, new ReportDetails(book));
    }

    /** A report of these printers, in this order, of which nothing in particular was asked. */
    public Report assemble(List<SessionSnapshot> sessions) {
        return assemble(sessions, ReportScope.USUAL);
    }

    /**
     * A report of these printers, in this order.
     *
     * @param sessions with the slots of the span that was asked for
     * @param scope what was asked; its span bounds the user's notes
     */
    public Report assemble(List<SessionSnapshot> sessions, ReportScope scope) {
        FarmComparison farm = FarmComparison.of(sessions);
        Instant now = clock.instant();
        Function<PrinterId, List<ReportedFix>> tried = fixes.get();
        return new Report(
                now,
                language,
                sessions.stream()
                        .anyMatch(
                                session -> session.printer().target() instanceof Target.Simulated),
                SideBySide.map(
                        "report-printers",
                        sessions,
                        session ->
                                printer(session, farm.ownErrorRate(session))
                                        .withFixes(tried.apply(session.printer().id()))
                                        .withDetails(details.of(session, scope, now)),
                        Progress.NONE),
                farm.figures().sharedOutages(),
                scope);
    }

    /**
     * A printer that could not even be tried.
     *
     * @param name what stands in place of its name and its target
     */
    public PrinterReport unmeasured(String id, String name, Failure failure) {
        return new PrinterReport(
                id,
                name,
                name,
                new Connection("failed", failure(failure)),
                CoverageOf.traces(List.of()),
                null,
                null,
                List.of(failure.message(), failure.nextStep()),
                List.of(),
                List.of());
    }

    private PrinterReport printer(SessionSnapshot session, @Nullable Double ownErrorRate) {
        PaneSnapshot server = PaneView.judgedWhole(session.server());
        PaneSnapshot shown = session.webcam();
        PaneSnapshot webcam = shown == null ? null : PaneView.judgedWhole(shown);
        boolean measured = session.agent() != null || !session.server().trace().isEmpty();
        List<Finding> findings =
                PlannedFindings.of(
                        Cases.printer(
                                server, webcam, session.probes(), session.facts(), session.side()),
                        plans);
        return new PrinterReport(
                session.printer().id().toString(),
                session.printer().name(),
                session.printer().target().display(),
                connection(session),
                CoverageOf.traces(traces(session)),
                measured ? pane(server, ownErrorRate) : null,
                measured && webcam != null ? pane(webcam, null) : null,
                headline(session, server, webcam, findings),
                findings,
                Stream.concat(session.facts().stream(), furtherFacts.apply(session).stream())
                        .toList(),
                session.side().plugin());
    }

    private Connection connection(SessionSnapshot session) {
        ReportFailure error = failure(session.failure());
        if (error == null) {
            boolean simulated = session.printer().target() instanceof Target.Simulated;
            return new Connection(simulated ? "simulated" : "connected", null);
        }
        return new Connection(session.agent() == null ? "failed" : "lost", error);
    }

    private @Nullable ReportFailure failure(@Nullable Failure failure) {
        return failure == null
                ? null
                : new ReportFailure(
                        failure.code().wireName(),
                        words.apply(failure.message()),
                        words.apply(failure.nextStep()));
    }

    /** The verdict, then lasting changes of the answer times: the only figure too dear to live. */
    private static List<Statement> headline(
            SessionSnapshot session,
            PaneSnapshot server,
            @Nullable PaneSnapshot webcam,
            List<Finding> findings) {
        var said = new ArrayList<>(Headline.of(session.failure(), server, webcam, findings));
        LatencyStatements.of(PaneSubject.SERVER, server.trace()).ifPresent(said::add);
        if (webcam != null) {
            LatencyStatements.of(PaneSubject.WEBCAM, webcam.trace()).ifPresent(said::add);
        }
        return said;
    }

    private static Pane pane(PaneSnapshot pane, @Nullable Double ownErrorRate) {
        PaneFigures figures = pane.figures().withOwnErrorRate(ownErrorRate);
        return new Pane(pane.address(), figures, pane.trace());
    }

    private static List<Trace> traces(SessionSnapshot session) {
        PaneSnapshot webcam = session.webcam();
        return Stream.concat(Stream.of(session.server()), Stream.ofNullable(webcam))
                .map(PaneSnapshot::trace)
                .toList();
    }
}
