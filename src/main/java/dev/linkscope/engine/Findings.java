package dev.linkscope.engine;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.Chain;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PaneCase;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.RuleCatalog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules conclude about a printer. */
final class Findings {
    private Findings() {}

    /**
     * Findings, what matters most first.
     *
     * @param webcam null if no camera is configured
     * @param probes what every probe has seen
     * @param facts what is known of the Pi
     */
    static List<Finding> of(
            PaneSnapshot server,
            @Nullable PaneSnapshot webcam,
            List<ProbeTally> probes,
            List<Fact> facts,
            SideEvidence side) {
        return RuleCatalog.findings(printer(server, webcam, probes, facts, side));
    }

    /** How the links between the Pi and the server stood, nearest first. */
    static List<LayerState> chain(
            PaneSnapshot server,
            @Nullable PaneSnapshot webcam,
            List<ProbeTally> probes,
            List<Fact> facts,
            SideEvidence side) {
        return Chain.of(printer(server, webcam, probes, facts, side));
    }

    private static PrinterCase printer(
            PaneSnapshot server,
            @Nullable PaneSnapshot webcam,
            List<ProbeTally> probes,
            List<Fact> facts,
            SideEvidence side) {
        return new PrinterCase(
                pane(ProbePlan.SERVER, server),
                webcam == null ? null : pane(ProbePlan.WEBCAM, webcam),
                probes,
                side.brokenAt(),
                new FactSheet(facts),
                side.witness(),
                side.past(),
                side.plugin(),
                side.coincidences());
    }

    private static PaneCase pane(String name, PaneSnapshot pane) {
        return PaneCase.of(name, pane.figures(), pane.trace());
    }
}
