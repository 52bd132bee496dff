package dev.linkscope.examples;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** All traffic goes through a VPN, whose far end may be what fails. */
final class VpnRule implements Rule {
    @Override
    public String id() {
        return "link.vpn";
    }

    @Override
    public Layer layer() {
        return Layer.LINK;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        if (facts.is("link.kind", "vpn")) {
            clues.weak("route", Statement.of("clue.vpn.default_route"));
        } else if (facts.text("link.kind").isPresent()) {
            clues.against(Statement.of("clue.vpn.other_route"));
        } else {
            clues.missing();
        }
        if (facts.yes("vpn.restarted")) {
            clues.weak("service", Statement.of("clue.vpn.restarted"));
        }
        return clues.conclude(printer.server().severity());
    }
}
