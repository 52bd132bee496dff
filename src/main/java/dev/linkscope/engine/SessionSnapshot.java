package dev.linkscope.engine;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.probe.ProbeTally;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one printer at one moment. Immutable; a newer one has a higher revision.
 *
 * @param printer the printer
 * @param revision grows with every change of this session
 * @param at when it was made; the end of what was measured
 * @param link how the link stands
 * @param failure why it is not measuring; null while it is
 * @param retryAt when the link is tried again; null unless {@link LinkState#WAITING}
 * @param agent the agent; null before the first contact
 * @param server server pane
 * @param webcam webcam pane; null if no camera is configured
 * @param probes what every probe has seen since the session began, those of the panes included
 * @param facts what is known of the Pi and of the agent
 * @param side what else bears on the diagnosis
 * @param chain how the links between the Pi and the server stood, nearest first
 * @param notes what is to be known about the measuring itself
 * @param headline the verdict, most important sentence first
 * @param findings what the rules concluded, best first
 * @param outcomes outcomes received since the session began
 * @param lost attempts that the agent could no longer hold
 */
public record SessionSnapshot(
        Printer printer,
        long revision,
        Instant at,
        LinkState link,
        @Nullable Failure failure,
        @Nullable Instant retryAt,
        @Nullable AgentInfo agent,
        PaneSnapshot server,
        @Nullable PaneSnapshot webcam,
        List<ProbeTally> probes,
        List<Fact> facts,
        SideEvidence side,
        List<LayerState> chain,
        List<Statement> notes,
        List<Statement> headline,
        List<Finding> findings,
        long outcomes,
        long lost) {
    public SessionSnapshot {
        probes = List.copyOf(probes);
        facts = List.copyOf(facts);
        chain = List.copyOf(chain);
        notes = List.copyOf(notes);
        headline = List.copyOf(headline);
        findings = List.copyOf(findings);
    }

    /** The same with the printer sorted otherwise, as a revision of its own. */
    SessionSnapshot labelled(Labels labels, long newRevision) {
        return new SessionSnapshot(
                printer.withLabels(labels),
                newRevision,
                at,
                link,
                failure,
                retryAt,
                agent,
                server,
                webcam,
                probes,
                facts,
                side,
                chain,
                notes,
                headline,
                findings,
                outcomes,
                lost);
    }

    /** The worse state of its panes, or action where something critical lies beside them. */
    public PaneState worst() {
        PaneState worst = server.figures().state();
        if (webcam != null) {
            worst = worse(worst, webcam.figures().state());
        }
        return findings.stream().anyMatch(Finding::critical)
                ? worse(worst, PaneState.TAKE_ACTION)
                : worst;
    }

    private static PaneState worse(PaneState one, PaneState other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
