package dev.linkscope.engine;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.rules.PaneCase;
import dev.linkscope.rules.RuleCatalog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules conclude about the panes of a printer. */
final class Findings {
    private Findings() {}

    /** Findings, what matters most first; {@code webcam} is null if no camera is configured. */
    static List<Finding> of(PaneSnapshot server, @Nullable PaneSnapshot webcam) {
        var panes = new ArrayList<PaneCase>();
        panes.add(new PaneCase(ProbePlan.SERVER, server.figures(), server.trace()));
        if (webcam != null) {
            panes.add(new PaneCase(ProbePlan.WEBCAM, webcam.figures(), webcam.trace()));
        }
        return RuleCatalog.findings(panes);
    }
}
