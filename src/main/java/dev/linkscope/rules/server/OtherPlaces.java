package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FailureRows;
import dev.linkscope.rules.LossyWay;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Threshold;

/**
 * How other places in the internet did while the server failed. If they answered, the way there was
 * open: what broke is the server, or something right in front of it.
 */
final class OtherPlaces {
    private static final Threshold HARDLY =
            new Threshold(0.1, "", "own limit: an attempt at either end of an outage may miss it");

    /** Of any one of them; fewer say little of the time in between. */
    private static final int LOOKS = 4;

    /** Failures of one kind without anything else between: two minutes at the usual cadence. */
    private static final int IN_A_ROW = 12;

    private final PrinterCase printer;

    OtherPlaces(PrinterCase printer) {
        this.printer = printer;
    }

    /**
     * Adds that the server failed in these ways, again and again, while others answered.
     *
     * @param observed key of what was seen, with the longest row as its argument
     * @param failures each {@code phase.class}
     * @return whether it did
     */
    boolean tell(Clues clues, String observed, String... failures) {
        int row = FailureRows.of(printer, failures).longest();
        if (row < IN_A_ROW || new LossyWay(printer).loses()) {
            return false;
        }
        return printer.probes(ProbeKind.INTERNET)
                .map(tally -> tally.beside().serverFailing())
                .filter(seen -> seen.measured() >= LOOKS && seen.share() <= HARDLY.value())
                .findFirst()
                .map(seen -> tell(clues, Statement.of(observed, row), seen))
                .orElse(false);
    }

    private static boolean tell(Clues clues, Statement observed, JointCounts seen) {
        clues.weak("row", observed)
                .weak(
                        "references",
                        Statement.of(
                                "clue.references.answered",
                                seen.measured() - seen.failed(),
                                seen.measured()));
        return true;
    }
}
