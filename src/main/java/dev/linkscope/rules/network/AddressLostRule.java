package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.OptionalDouble;

/** The link stands, but the computer has no address or no way out: DHCP did not give one. */
final class AddressLostRule implements Rule {
    @Override
    public String id() {
        return "dhcp";
    }

    @Override
    public Layer layer() {
        return Layer.ROUTER;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        var failed = new FailedSlots(printer);
        var silence = new RouterSilence(printer);
        boolean linked = facts.yes("wifi.associated") || facts.yes("ethernet.carrier");
        if (failed.now() && linked && facts.absent("link.interface")) {
            clues.strong("route", Statement.of("clue.route.none_now"));
        }
        JointCounts asked = failed.of(ProbeKind.GATEWAY);
        if (printer.probe(ProbeKind.GATEWAY).isEmpty()) {
            clues.missing();
        } else if (failed.answered(ProbeKind.GATEWAY)) {
            clues.against(
                    Statement.of(
                            "clue.router.answered",
                            asked.measured() - asked.failed(),
                            asked.measured()));
        } else if (silence.mostlyWithoutRoute()) {
            weighLink(clues, printer, silence.withoutRoute());
        }
        return clues.conclude(failed.severity(printer.broken(Layer.ROUTER)));
    }

    /** Without a link there is no address either, so the link must have stood. */
    private static void weighLink(Clues clues, PrinterCase printer, int without) {
        FactSheet facts = printer.facts();
        Statement text = Statement.of("clue.router.no_route", without);
        OptionalDouble lost = facts.number("kernel.wifi_lost.new");
        if (!facts.is("link.kind", "ethernet") && lost.isEmpty()) {
            clues.missing().weak("gateway", text);
        } else if (lost.isPresent() && lost.getAsDouble() > 0) {
            clues.weak("gateway", text)
                    .weakAgainst(Statement.of("clue.kernel.wifi_lost", lost.getAsDouble()));
        } else if (facts.yes("wifi.associated") && lost.isPresent()) {
            clues.strong("gateway", text).weak("kernel", Statement.of("clue.kernel.never_lost"));
        } else if (facts.is("link.kind", "ethernet") && steady(facts)) {
            clues.strong("gateway", text).weak("carrier", Statement.of("clue.cable.steady"));
        } else {
            clues.missing().weak("gateway", text);
        }
    }

    private static boolean steady(FactSheet facts) {
        OptionalDouble changes = facts.number("ethernet.carrier_changes");
        return changes.isPresent() && changes.getAsDouble() <= BadCableRule.CHANGES.value();
    }
}
