package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Threshold;
import java.util.function.Function;
import java.util.stream.Stream;

/** How the server answered this computer while it failed the printer's. */
final class FromHere {
    private static final Threshold TOO =
            new Threshold(0.5, "", "more often than not: below half the two are not alike");

    /** So few attempts say nothing of the time in between. */
    private static final int ENOUGH = 3;

    private final JointCounts server;
    private final JointCounts elsewhere;

    private final boolean another;

    private FromHere(JointCounts server, JointCounts elsewhere, boolean another) {
        this.another = another;
        this.server = server;
        this.elsewhere = elsewhere;
    }

    /** What this computer saw during the failed slots of the server pane. */
    static FromHere of(PrinterCase printer) {
        return new FromHere(
                sum(printer.witness("server"), WitnessRow::serverFailing),
                sum(printer.witness("reference"), WitnessRow::serverFailing),
                printer.witness("server").anyMatch(FromHere::anotherFault));
    }

    /** A reply of something else, or a certificate: then the server's computer runs. */
    private static boolean anotherFault(WitnessRow row) {
        String failure = row.lastFailure() == null ? "" : row.lastFailure();
        return failure.startsWith("tls.cert")
                || (failure.startsWith("response.") && !failure.equals("response.http_5xx"));
    }

    private static JointCounts sum(
            Stream<WitnessRow> rows, Function<WitnessRow, JointCounts> counts) {
        return rows.map(counts)
                .reduce(
                        JointCounts.NONE,
                        (one, other) ->
                                new JointCounts(
                                        one.measured() + other.measured(),
                                        one.failed() + other.failed()));
    }

    /** Whether it failed from here too, where other places answered. */
    boolean failsToo() {
        boolean offline = elsewhere.measured() > 0 && elsewhere.share() >= TOO.value();
        return server.measured() >= ENOUGH && server.share() >= TOO.value() && !offline && !another;
    }

    /** Whether it answered from here at the same time. */
    boolean works() {
        return server.measured() >= ENOUGH && server.failed() == 0;
    }

    /** Adds that it failed from here too, or that it did not. */
    void tell(Clues clues) {
        if (failsToo()) {
            clues.strong(
                    "witness",
                    Statement.of("clue.server.from_here_too", server.failed(), server.measured()),
                    server.share(),
                    TOO);
        } else if (works()) {
            clues.against(Statement.of("clue.server.works_from_here", server.measured()));
        }
    }
}
