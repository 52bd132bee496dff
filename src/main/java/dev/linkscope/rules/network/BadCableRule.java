package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.ReadingLimits;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.util.OptionalDouble;

/** The cable, a plug or the socket at its other end makes bad contact. */
final class BadCableRule implements Rule {
    static final Threshold CHANGES = ReadingLimits.CARRIER_CHANGES;

    private static final Threshold SLOW = ReadingLimits.SLOW_CABLE;

    private static final Threshold RX_ERRORS = ReadingLimits.RX_ERRORS;

    @Override
    public String id() {
        return "cable.bad";
    }

    @Override
    public Layer layer() {
        return Layer.LINK;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        if (facts.unknown("link.kind")) {
            clues.missing();
        } else if (!facts.is("link.kind", "ethernet")) {
            clues.against(Statement.of("clue.link.no_cable"));
            return clues.conclude(printer.server().severity());
        }
        var failed = new FailedSlots(printer);
        JointCounts asked = failed.of(ProbeKind.GATEWAY);
        if (failed.replied()) {
            clues.against(Statement.of("clue.server.replied", failed.errors()));
        } else if (failed.answered(ProbeKind.GATEWAY)) {
            clues.against(
                    Statement.of(
                            "clue.router.answered",
                            asked.measured() - asked.failed(),
                            asked.measured()));
        }
        weigh(clues, facts);
        if (failed.silent(ProbeKind.GATEWAY)) {
            clues.weak("gateway", Statement.of("clue.router.silent", asked.failed()));
        }
        return clues.conclude(printer.server().severity());
    }

    private static void weigh(Clues clues, FactSheet facts) {
        OptionalDouble changes = facts.number("ethernet.carrier_changes");
        if (changes.isEmpty()) {
            clues.missing();
        } else if (changes.getAsDouble() > CHANGES.value()) {
            clues.strong(
                    "carrier",
                    Statement.of("clue.cable.changes", changes.getAsDouble()),
                    changes.getAsDouble(),
                    CHANGES);
        }
        OptionalDouble speed = facts.number("ethernet.speed");
        if (speed.isPresent() && speed.getAsDouble() <= SLOW.value()) {
            clues.weak(
                    "speed",
                    Statement.of("clue.cable.slow", speed.getAsDouble()),
                    speed.getAsDouble(),
                    SLOW);
        }
        if (facts.is("ethernet.duplex", "half")) {
            clues.strong("duplex", Statement.of("clue.cable.half"));
        }
        OptionalDouble errors = facts.number("link.rx_errors");
        if (errors.isPresent() && errors.getAsDouble() > RX_ERRORS.value()) {
            clues.weak(
                    "rx_errors",
                    Statement.of("clue.cable.rx_errors", errors.getAsDouble()),
                    errors.getAsDouble(),
                    RX_ERRORS);
        }
    }
}
