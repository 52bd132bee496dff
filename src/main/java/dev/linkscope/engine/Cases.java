package dev.linkscope.engine;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PaneCase;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.stats.BrokenAt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what the rules judge. */
final class Cases {
    private Cases() {}

    /**
     * Everything known of a printer, for the rules.
     *
     * @param webcam null if no camera is configured
     * @param probes what every probe has seen
     * @param facts what is known of the Pi
     */
    static PrinterCase printer(
            PaneSnapshot server,
            @Nullable PaneSnapshot webcam,
            List<ProbeTally> probes,
            List<Fact> facts,
            SideEvidence side) {
        return new PrinterCase(
                pane(ProbePlan.SERVER, server),
                webcam == null ? null : pane(ProbePlan.WEBCAM, webcam),
                probes,
                BrokenAt.counts(side.broken()),
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
