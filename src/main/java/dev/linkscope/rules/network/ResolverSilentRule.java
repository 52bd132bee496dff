package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** No resolver answers at all, while the rest of the network does. */
final class ResolverSilentRule implements Rule {
    @Override
    public String id() {
        return "dns.silent";
    }

    @Override
    public Layer layer() {
        return Layer.DNS;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var names = new NameLookups(printer);
        var failed = new FailedSlots(printer);
        int slots = failed.count("dns.timeout", "dns.dns_failed");
        int none = names.asked("no_resolver");
        int silent =
                names.asked("timeout") + names.asked("port_closed") + names.asked("unreachable");
        if (slots + none + silent == 0) {
            if (names.unknown() && failed.errors() == 0) {
                clues.missing();
            }
            return clues.conclude(failed.severity(0));
        }
        boolean excused = names.excused(clues);
        if (none > 0 && !excused) {
            clues.as("none").certain("resolver", Statement.of("clue.dns.no_resolver", none));
        } else if (silent > 0 && silent * 2 >= names.failedQuestions()) {
            Statement text = Statement.of("clue.dns.silent", silent);
            if (excused || slots == 0 || !names.silentByThemselves(silent)) {
                return clues.weak("resolver", text).conclude(failed.severity(slots));
            } else {
                clues.strong("resolver", text);
            }
        } else if (slots > 0 && names.unknown()) {
            clues.missing().weak("server", Statement.of("clue.dns.lookups_failed", slots));
        } else if (slots > 0 && names.failedQuestions() == 0) {
            clues.weak("server", Statement.of("clue.dns.lookups_failed", slots))
                    .weakAgainst(Statement.of("clue.dns.answered"));
        }
        if (!excused && clues.any()) {
            names.weighReferences(clues);
            if (failed.answered(ProbeKind.GATEWAY)) {
                clues.weak(
                        "gateway",
                        Statement.of(
                                "clue.router.answered",
                                failed.of(ProbeKind.GATEWAY).measured()
                                        - failed.of(ProbeKind.GATEWAY).failed(),
                                failed.of(ProbeKind.GATEWAY).measured()));
            }
        }
        return clues.conclude(failed.severity(slots));
    }
}
