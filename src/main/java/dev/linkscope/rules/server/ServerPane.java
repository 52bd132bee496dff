package dev.linkscope.rules.server;

import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.PaneCase;
import dev.linkscope.rules.PrinterCase;
import java.util.Optional;
import java.util.stream.Stream;

/** Readings of the server pane that several causes need. */
final class ServerPane {
    /** Fewer of a kind may be an accident of one moment. */
    static final int SEVERAL = 3;

    private ServerPane() {}

    /** Failed slots of these kinds, each as {@code phase.class}. */
    static int count(PrinterCase printer, String... failures) {
        return Stream.of(failures).mapToInt(printer.server()::count).sum();
    }

    /** Whether any attempt came as far as a phase: it succeeded, or failed there or later. */
    static boolean reached(PrinterCase printer, Phase phase) {
        PaneCase pane = printer.server();
        return answered(printer) > 0
                || Stream.of(Phase.values())
                        .filter(one -> one.compareTo(phase) >= 0)
                        .anyMatch(one -> pane.count(one) > 0);
    }

    /** Slots in which the server answered as it should. */
    static int answered(PrinterCase printer) {
        return printer.server().figures().attempts() - printer.server().figures().errors();
    }

    /** Status of the newest reply; empty if it had none. */
    static Optional<String> status(PrinterCase printer) {
        return path(printer).map(ProbeTally::last).map(outcome -> outcome.details().get("status"));
    }

    /** Whether the newest attempt went through a proxy, which may have answered itself. */
    static boolean byProxy(PrinterCase printer) {
        return path(printer)
                .map(ProbeTally::last)
                .filter(outcome -> "proxy".equals(outcome.details().get("via")))
                .isPresent();
    }

    private static Optional<ProbeTally> path(PrinterCase printer) {
        return printer.probe(ProbeKind.SERVER_HTTP);
    }
}
