package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.OptionalDouble;

/** The computer is in no network at all: the radio has no access point, the cable no other end. */
final class NoLinkRule implements Rule {
    @Override
    public String id() {
        return "link.none";
    }

    @Override
    public Layer layer() {
        return Layer.LINK;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        var failed = new FailedSlots(printer);
        if (failed.now() && noneNow(facts)) {
            clues.certain("link", Statement.of("clue.link.none"));
            return clues.conclude(printer.server().severity());
        }
        var silence = new RouterSilence(printer);
        if (failed.now() && silence.always() && mayBeNone(facts)) {
            clues.strong("link", Statement.of("clue.router.no_route", silence.withoutRoute()))
                    .weak("facts", Statement.of("clue.link.apart"));
            return clues.conclude(printer.server().severity());
        }
        clues.as("past");
        boolean radioUnknown = facts.unknown("wifi.associated");
        boolean cableUnknown = facts.unknown("ethernet.carrier");
        if (printer.probe(ProbeKind.GATEWAY).isEmpty() || (radioUnknown && cableUnknown)) {
            clues.missing();
        }
        JointCounts asked = failed.of(ProbeKind.GATEWAY);
        if (failed.answered(ProbeKind.GATEWAY)) {
            clues.against(
                    Statement.of(
                            "clue.router.answered",
                            asked.measured() - asked.failed(),
                            asked.measured()));
        }
        if (silence.mostlyWithoutRoute()) {
            clues.weak("gateway", Statement.of("clue.router.no_route", silence.withoutRoute()));
        }
        OptionalDouble lost = facts.number("kernel.wifi_lost.new");
        if (lost.isPresent() && lost.getAsDouble() > 0 && !facts.is("link.kind", "ethernet")) {
            clues.weak("kernel", Statement.of("clue.kernel.wifi_lost", lost.getAsDouble()));
        }
        weighPast(clues, printer);
        return clues.conclude(printer.server().severity());
    }

    /** No radio, no cable, and no way out: a tether or a modem would be one. */
    private static boolean noneNow(FactSheet facts) {
        return facts.absent("link.interface")
                && (facts.no("wifi.associated") || facts.absent("wifi.interface"))
                && (facts.no("ethernet.carrier") || facts.absent("ethernet.interface"));
    }

    /** One of the two is apart, and nothing that was looked at says that there is another way. */
    private static boolean mayBeNone(FactSheet facts) {
        boolean apart = facts.no("wifi.associated") || facts.no("ethernet.carrier");
        boolean joined = facts.yes("wifi.associated") || facts.yes("ethernet.carrier");
        return apart
                && !joined
                && facts.text("link.interface").isEmpty()
                && facts.text("link.kind").isEmpty();
    }

    private static void weighPast(Clues clues, PrinterCase printer) {
        long told =
                printer.past(PastKind.LINK_LOST).stream()
                        .filter(event -> MeasuredTime.holds(printer, event))
                        .count();
        if (told > 0) {
            clues.weak("past", Statement.of("clue.past.link_lost", told));
        }
    }
}
