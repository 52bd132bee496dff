package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.util.List;

/** Plain requests pass, and live links do not: a firewall is in the way. */
final class LiveLinkBlockedRule implements Rule {
    private static final List<String> SILENT = List.of("timeout", "reset", "closed", "broken");

    private static final List<String> PAGE =
            List.of("ws_html", "ws_redirect", "captive_portal", "ws_login_needed", "ws_4xx");

    private static final Threshold NOW_AND_THEN =
            new Threshold(0.05, "", "Obico, connectivity-error-report: below 5 % no problem");

    private static final Threshold HALF =
            new Threshold(0.5, "", "own limit: half as often is of the same kind");

    private static final int SEVERAL = 3;

    @Override
    public String id() {
        return "websocket.blocked";
    }

    @Override
    public Layer layer() {
        return Layer.WEBSOCKET;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        BeyondPath live = BeyondPath.liveLinkOf(printer);
        boolean others =
                live.fails(LiveLinkProxyRule.TAKEN_APART)
                        || live.fails(LiveLinkProxyRule.NOT_REACHED)
                        || live.fails("ws_not_found");
        if (live.fails(SILENT)) {
            live.withPath(clues).strong("live", live.observed("clue.live.silent"));
        } else if (live.fails(PAGE)) {
            live.withPath(clues.as("page")).strong("live", live.observed("clue.live.page"));
        } else if (live.fails() && !others) {
            live.withPath(clues.as("other")).strong("live", live.observed("clue.live.other"));
        } else if (live.fails()) {
            clues.against(Statement.of("clue.live.answered"));
        } else if (live.works()) {
            return before(clues, live, printer);
        } else {
            clues.missing();
        }
        return clues.conclude(LiveLinkRefusals.beside(printer, clues));
    }

    /** It works now; it may have been swallowed before, while plain requests passed. */
    private static Finding before(Clues clues, BeyondPath live, PrinterCase printer) {
        JointCounts counts = live.whilePathWorked();
        int silent = Math.min(counts.failed(), live.seen(SILENT));
        if (silent >= SEVERAL && counts.share() >= NOW_AND_THEN.value()) {
            Statement text = Statement.of("clue.live.now_and_then", silent, counts.measured());
            if (lossy(printer, counts.share())) {
                // Whatever takes this way gets lost at times.
                clues.weak("live", text);
            } else {
                clues.as("past").strong("live", text, counts.share(), NOW_AND_THEN);
            }
        } else {
            clues.against(Statement.of("clue.live.works"));
        }
        return clues.conclude(Severity.WATCH);
    }

    /** Whether plain requests were lost without an answer nearly as often, or the router's. */
    private static boolean lossy(PrinterCase printer, double share) {
        int lost =
                ServerPane.count(
                        printer,
                        "connect.timeout",
                        "tls.timeout",
                        "request.timeout",
                        "dns.timeout");
        double plain = (double) lost / Math.max(1, printer.server().figures().attempts());
        double router =
                printer.probe(ProbeKind.GATEWAY)
                        .map(tally -> tally.beside().serverOk().share())
                        .orElse(0.0);
        return Math.max(plain, router) >= HALF.value() * share;
    }
}
