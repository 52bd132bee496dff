package dev.linkscope.rules.host;

import dev.linkscope.domain.diagnosis.Coincidence;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PaneCase;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.StrikingCoincidences;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the rules about the computer have in common: how a trouble there shows elsewhere. */
final class Trouble {
    private Trouble() {}

    /**
     * Adds the coincidence of a circumstance with outages, if there is one.
     *
     * @return severity of the pane concerned; what the trouble matters by itself without one
     */
    static Severity together(Clues clues, PrinterCase printer, String factor, Severity itself) {
        Optional<Coincidence> striking = StrikingCoincidences.of(printer, factor);
        striking.ifPresent(
                one -> clues.weak("coincidence." + factor, StrikingCoincidences.told(one)));
        return striking.map(one -> StrikingCoincidences.severity(printer, one))
                .filter(pane -> pane.compareTo(itself) > 0)
                .orElse(itself);
    }

    /**
     * How much something matters that is not known to break anything: it is to be watched, but
     * beside a pane in trouble it stays below, so as not to hide what breaks that.
     */
    static Severity byItself(PrinterCase printer) {
        return printer.panes()
                                .map(PaneCase::severity)
                                .max(Comparator.naturalOrder())
                                .orElse(Severity.INFO)
                        == Severity.WATCH
                ? Severity.INFO
                : Severity.WATCH;
    }

    /** The same, but CRITICAL where OctoPrint is down, of which this is a likely reason. */
    static Severity ofOctoPrint(PrinterCase printer) {
        return octoPrintIsDown(printer) ? Severity.CRITICAL : byItself(printer);
    }

    static boolean octoPrintIsDown(PrinterCase printer) {
        FactSheet facts = printer.facts();
        return facts.is("service.octoprint", "failed") || facts.is("service.octoprint", "inactive");
    }

    /** Whether a count is known and above 0. */
    static boolean counted(FactSheet facts, String key) {
        OptionalDouble count = facts.number(key);
        return count.isPresent() && count.getAsDouble() > 0;
    }
}
