package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** Large packets vanish on the way, and nobody says so (RFC 2923 section 2.1). */
final class BlackHoleRule implements Rule {
    @Override
    public String id() {
        return "mtu";
    }

    @Override
    public Layer layer() {
        return Layer.TLS;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var failed = new FailedSlots(printer);
        int seen = ServerWays.count(printer, "tls.mtu_black_hole");
        int hung = failed.count("tls.timeout");
        if (seen > 0) {
            // Small segments got through and usual ones did not, side by side.
            clues.certain("paths", Statement.of("clue.mtu.black_hole", seen));
        } else if (hung > 0) {
            clues.weak("server", Statement.of("clue.tls.hung", hung));
            if (printer.probe(ProbeKind.SERVER_PATHS).isPresent()) {
                clues.against(Statement.of("clue.mtu.both_alike"));
            }
        } else if (failed.errors() == 0
                && printer.probe(ProbeKind.SERVER_PATHS).isEmpty()
                && printer.server().figures().attempts() == 0) {
            clues.missing();
        }
        return clues.conclude(failed.severity(hung));
    }
}
