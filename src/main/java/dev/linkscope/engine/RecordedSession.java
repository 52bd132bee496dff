package dev.linkscope.engine;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.engine.port.OutcomeStore.LastRun;
import dev.linkscope.engine.port.ProbeSpec;
import dev.linkscope.engine.port.SettingsStore.Manners;
import dev.linkscope.rules.Chain;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.stats.CoincidenceStatement;
import dev.linkscope.stats.Cut;
import dev.linkscope.stats.Thresholds;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A session as it would show had it measured a chosen span and nothing else: judged whole, with
 * what others told of the printer as it is known now.
 */
public final class RecordedSession {
    private RecordedSession() {}

    /** A printer that is not watched; nothing of it was read yet. */
    public static SessionSnapshot unwatched(Printer printer, Optional<LastRun> last, Instant now) {
        TargetUrl snapshot = printer.snapshot();
        return new SessionSnapshot(
                printer,
                0,
                now,
                LinkState.ENDED,
                null,
                null,
                last.isPresent() ? agent(last.get()) : null,
                nothing(printer.server()),
                snapshot == null ? null : nothing(snapshot),
                List.of(),
                List.of(),
                SideEvidence.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                0);
    }

    private static PaneSnapshot nothing(TargetUrl address) {
        return PaneView.judged(address.display(), Trace.EMPTY);
    }

    private static AgentInfo agent(LastRun last) {
        return new AgentInfo(last.run().agentVersion(), "", last.run().seenAt(), 0, 0, 0, 0);
    }

    /** The probes beside the panes that a printer may have been asked for. */
    public static List<ProbeSpec> besidePanes(Printer printer) {
        return new ProbePlan(printer, Pace.ALONE, Manners.USUAL)
                .probes(Optional.empty()).stream()
                        .filter(probe -> !isPane(probe.target()))
                        .toList();
    }

    private static boolean isPane(String target) {
        return target.equals(ProbePlan.SERVER) || target.equals(ProbePlan.WEBCAM);
    }

    /** Ids of all probes that a printer may have been asked for. */
    public static Set<String> targets(Printer printer) {
        return Stream.concat(
                        Stream.of(ProbePlan.SERVER, ProbePlan.WEBCAM),
                        besidePanes(printer).stream().map(ProbeSpec::target))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Target id of the server pane's probe. */
    public static String server() {
        return ProbePlan.SERVER;
    }

    /** Target id of the webcam pane's probe. */
    public static String webcam() {
        return ProbePlan.WEBCAM;
    }

    /**
     * What was read of a span.
     *
     * @param server slots of the server pane
     * @param webcam slots of the webcam pane; empty if no camera is configured
     * @param probes what every probe has seen
     * @param links what router and references in the internet have seen around failed slots
     * @param facts what is known of the Pi
     * @param notes what is to be known about the span
     * @param end of the span
     * @param limits by which the panes are judged
     */
    public record Parts(
            Trace server,
            Trace webcam,
            RecordedProbes probes,
            RecordedProbes links,
            List<Fact> facts,
            List<Statement> notes,
            Instant end,
            Thresholds limits) {}

    /**
     * The session over that span. Takes a while: it is judged whole.
     *
     * @param now the session as it is known now
     * @param plans names the plan of each finding
     */
    public static SessionSnapshot of(SessionSnapshot now, Parts parts, FixPlans plans) {
        PaneSnapshot server =
                PaneView.judged(now.server().address(), parts.server(), parts.limits());
        PaneSnapshot camera = now.webcam();
        PaneSnapshot webcam =
                camera == null
                        ? null
                        : PaneView.judged(camera.address(), parts.webcam(), parts.limits());
        return drawnUp(
                now,
                parts,
                server,
                webcam,
                parts.probes().tallies(parts.server(), parts.webcam()),
                plans);
    }

    /** The part of a session that lies in a span, for printers of which nothing is kept. */
    public static SessionSnapshot within(SessionSnapshot now, Span span, FixPlans plans) {
        PaneSnapshot camera = now.webcam();
        Trace server = Cut.within(now.server().trace(), span);
        List<Statement> told =
                now.side().coincidences().stream().map(CoincidenceStatement::of).toList();
        var parts =
                new Parts(
                        server,
                        camera == null ? Trace.EMPTY : Cut.within(camera.trace(), span),
                        new RecordedProbes(span.length()),
                        new RecordedProbes(span.length()),
                        now.facts(),
                        now.notes().stream().filter(note -> !told.contains(note)).toList(),
                        span.to(),
                        Thresholds.by(now.server().figures().limits()));
        return drawnUp(
                now,
                parts,
                PaneView.judged(now.server().address(), server, parts.limits()),
                camera == null
                        ? null
                        : PaneView.judged(camera.address(), parts.webcam(), parts.limits()),
                now.probes(),
                plans);
    }

    /** A session of whose span nothing could be read, for the reason that the note tells. */
    public static SessionSnapshot unread(SessionSnapshot now, Statement note, Instant end) {
        PaneSnapshot camera = now.webcam();
        return new SessionSnapshot(
                now.printer(),
                now.revision(),
                end,
                now.link(),
                now.failure(),
                now.retryAt(),
                now.agent(),
                PaneView.judged(now.server().address(), Trace.EMPTY),
                camera == null ? null : PaneView.judged(camera.address(), Trace.EMPTY),
                List.of(),
                now.facts(),
                SideEvidence.NONE,
                List.of(),
                List.of(note),
                List.of(note),
                List.of(),
                0,
                0);
    }

    private static SessionSnapshot drawnUp(
            SessionSnapshot now,
            Parts parts,
            PaneSnapshot server,
            @Nullable PaneSnapshot webcam,
            List<ProbeTally> probes,
            FixPlans plans) {
        SideEvidence known = now.side();
        var side =
                new SideEvidence(
                        parts.links().brokenAt(parts.server()),
                        known.witness(),
                        known.past(),
                        known.plugin(),
                        known.series(),
                        new Circumstances(ZoneId.systemDefault()).of(server, webcam));
        PrinterCase printer = Cases.printer(server, webcam, probes, parts.facts(), side);
        List<Finding> findings = PlannedFindings.of(printer, plans);
        var notes = new ArrayList<Statement>();
        side.coincidences().stream().map(CoincidenceStatement::of).forEach(notes::add);
        notes.addAll(parts.notes());
        return new SessionSnapshot(
                now.printer(),
                now.revision(),
                parts.end(),
                now.link(),
                now.failure(),
                now.retryAt(),
                now.agent(),
                server,
                webcam,
                probes,
                parts.facts(),
                side,
                Chain.of(printer),
                notes,
                Headline.of(now.failure(), server, webcam, findings),
                findings,
                parts.server().slots().count() + parts.webcam().slots().count(),
                0);
    }
}
