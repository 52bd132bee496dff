package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Something on the computer restarts its network, or all of it, by itself: meant to help, it makes
 * an outage of seconds one of minutes, and hides what came first.
 */
final class RestarterRule implements Rule {
    private static final List<String> PLACES =
            List.of(
                    "restarter.network_health",
                    "restarter.network_monitor",
                    "restarter.cron",
                    "restarter.cron.private");

    @Override
    public String id() {
        return "restarter";
    }

    @Override
    public Layer layer() {
        return Layer.HOST;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        var failed = new FailedSlots(printer);
        for (String place : PLACES) {
            if (there(facts, place)) {
                clues.weak("restarter", Statement.of("clue." + place));
            } else if (facts.unknown(place)) {
                clues.missing();
            }
        }
        if (!clues.any()) {
            return clues.conclude(failed.severity(0));
        }
        if (failed.answered(ProbeKind.GATEWAY)) {
            clues.weakAgainst(
                    Statement.of(
                            "clue.router.answered",
                            failed.of(ProbeKind.GATEWAY).measured()
                                    - failed.of(ProbeKind.GATEWAY).failed(),
                            failed.of(ProbeKind.GATEWAY).measured()));
        }
        weighRestarts(clues, printer);
        return clues.conclude(failed.severity(printer.broken(Layer.ROUTER)));
    }

    private static void weighRestarts(Clues clues, PrinterCase printer) {
        if (printer.server().figures().pattern().kind() == PatternKind.PERIODIC) {
            clues.weak("pattern", Statement.of("clue.pattern.periodic"));
        }
        var silence = new RouterSilence(printer);
        if (silence.mostlyWithoutRoute()) {
            clues.weak("gateway", Statement.of("clue.router.no_route", silence.withoutRoute()));
        }
        long starts =
                printer.past(PastKind.COMPUTER_STARTED).stream()
                        .filter(event -> MeasuredTime.holds(printer, event))
                        .count();
        if (starts > 1) {
            clues.weak("past", Statement.of("clue.past.computer_started", starts));
        }
    }

    /** A version, {@code true}, or a number of entries. */
    private static boolean there(FactSheet facts, String place) {
        OptionalDouble number = facts.number(place);
        boolean none = number.isPresent() && number.getAsDouble() == 0;
        return facts.text(place).isPresent() && !facts.no(place) && !none;
    }
}
