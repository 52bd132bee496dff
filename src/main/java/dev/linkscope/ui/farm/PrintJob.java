package dev.linkscope.ui.farm;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.engine.SessionSnapshot;
import java.util.List;
import java.util.Optional;

/** What OctoPrint last said of the print under way (src/docs/facts.md). */
final class PrintJob {
    private PrintJob() {}

    /** Whether a print is under way, paused ones too; empty if that is not known. */
    static Optional<Boolean> printing(SessionSnapshot snapshot) {
        return known(snapshot.facts(), "octoprint.printing").map(Boolean::parseBoolean);
    }

    /** How the printer stands, one of the words of the facts; empty if that is not known. */
    static Optional<String> state(SessionSnapshot snapshot) {
        return known(snapshot.facts(), "octoprint.printer_state");
    }

    /** The reading of a fact; empty unless it is known. */
    static Optional<String> known(List<Fact> facts, String key) {
        for (Fact fact : facts) {
            if (fact.key().equals(key) && fact.status() == FactStatus.KNOWN) {
                return Optional.ofNullable(fact.value());
            }
        }
        return Optional.empty();
    }
}
