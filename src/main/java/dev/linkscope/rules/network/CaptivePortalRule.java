package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/**
 * The network wants somebody to sign in first and answers in place of the server. A wrong address
 * looks the same, but it never led to the right server, and it leaves the rest of the internet be.
 */
final class CaptivePortalRule implements Rule {
    private static final String PORTAL = "captive_portal";

    @Override
    public String id() {
        return PORTAL;
    }

    @Override
    public Layer layer() {
        return Layer.INTERNET;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var failed = new FailedSlots(printer);
        int slots = failed.count("response." + PORTAL, "response.wrong_server");
        int said =
                printer.probes(ProbeKind.SERVER_WS)
                        .mapToInt(one -> one.count("upgrade." + PORTAL))
                        .sum();
        int paths = ServerWays.count(printer, "response." + PORTAL);
        if (said > 0) {
            // Network Authentication Required, RFC 6585 section 6: only a portal says that.
            clues.certain("status", Statement.of("clue.portal.says_so", said));
        }
        if (slots > 0) {
            weighPane(clues, printer, slots);
        } else if (paths > 0) {
            clues.strong("server", Statement.of("clue.portal.in_place", paths));
        } else if (said == 0 && printer.server().figures().attempts() == 0) {
            clues.missing();
        }
        return clues.conclude(failed.severity(Math.max(slots, paths > 0 ? failed.errors() : 0)));
    }

    private static void weighPane(Clues clues, PrinterCase printer, int slots) {
        var failed = new FailedSlots(printer);
        int right = printer.server().figures().attempts() - failed.errors();
        Statement text = Statement.of("clue.portal.pages", slots, failed.errors());
        if (right > 0) {
            clues.strong("server", text)
                    .strong("before", Statement.of("clue.portal.right_at_times", right));
        } else {
            clues.weak("server", text);
        }
        if (failed.silent(ProbeKind.INTERNET)) {
            clues.weak(
                    "references",
                    Statement.of(
                            "clue.references.silent",
                            failed.of(ProbeKind.INTERNET).failed(),
                            failed.of(ProbeKind.INTERNET).measured()));
        } else if (failed.answered(ProbeKind.INTERNET) && right == 0) {
            clues.weakAgainst(
                    Statement.of(
                            "clue.references.answered",
                            failed.of(ProbeKind.INTERNET).measured()
                                    - failed.of(ProbeKind.INTERNET).failed(),
                            failed.of(ProbeKind.INTERNET).measured()));
        }
        new WitnessView(printer)
                .serverAnswered()
                .map(WitnessRow::serverFailing)
                .ifPresent(seen ->
                        clues.strong(
                                "witness",
                                Statement.of(
                                        "clue.witness.server_answered",
                                        seen.measured() - seen.failed(),
                                        seen.measured())));
    }
}
