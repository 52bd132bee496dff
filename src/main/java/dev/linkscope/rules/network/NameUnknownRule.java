package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** The resolver says that the server's name does not exist. */
final class NameUnknownRule implements Rule {
    private static final String CLASS = "nxdomain";
    private static final String FAILURE = "dns." + CLASS;

    @Override
    public String id() {
        return FAILURE;
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
        int slots = failed.count(FAILURE);
        int asked = names.asked(CLASS);
        if (slots + asked == 0) {
            if (names.unknown() && failed.errors() == 0) {
                clues.missing();
            }
            return clues.conclude(failed.severity(0));
        }
        if (names.excused(clues)) {
            clues.weak("resolver", Statement.of("clue.dns.nxdomain", Math.max(slots, asked)));
            return clues.conclude(failed.severity(slots));
        }
        if (asked == 0 && !names.unknown()) {
            // Another resolver of the same computer knows the name.
            clues.against(Statement.of("clue.dns.some_know"));
        } else if (asked > 0) {
            clues.certain("resolver", Statement.of("clue.dns.nxdomain", asked));
        } else {
            clues.strong("server", Statement.of("clue.dns.nxdomain", slots));
        }
        var witness = new WitnessView(printer);
        witness.serverAnswered()
                .map(WitnessRow::serverFailing)
                .ifPresent(seen ->
                        clues.strong(
                                "witness",
                                Statement.of(
                                        "clue.witness.server_answered",
                                        seen.measured() - seen.failed(),
                                        seen.measured())));
        if (witness.serverFailed(FAILURE::equals).isPresent()) {
            clues.as("nowhere").strong("witness", Statement.of("clue.witness.name_unknown"));
        }
        return clues.conclude(failed.severity(slots));
    }
}
