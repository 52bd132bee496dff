package dev.linkscope.rules.network;

import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.rules.PrinterCase;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What this computer saw while the server pane of the printer failed. */
final class WitnessView {
    private static final int LOOKS = 2;

    private final PrinterCase printer;

    WitnessView(PrinterCase printer) {
        this.printer = printer;
    }

    /** The printer's own router, silent in the printer's failed slots. */
    Optional<WitnessRow> routerFailed() {
        return routers().filter(WitnessView::failed).findFirst();
    }

    /** The printer's own router, answering in the printer's failed slots. */
    Optional<WitnessRow> routerAnswered() {
        return routers().filter(WitnessView::answered).findFirst();
    }

    /** A reference in the internet that answered in the printer's failed slots. */
    Optional<WitnessRow> referenceAnswered() {
        return printer.witness("reference").filter(WitnessView::answered).findFirst();
    }

    /** A reference in the internet that failed in them, if none answered. */
    Optional<WitnessRow> referencesFailed() {
        return referenceAnswered().isPresent()
                ? Optional.empty()
                : printer.witness("reference").filter(WitnessView::failed).findFirst();
    }

    /** The server, answering in the printer's failed slots. */
    Optional<WitnessRow> serverAnswered() {
        return printer.witness("server").filter(WitnessView::answered).findFirst();
    }

    /** The server, failing in them in a certain way. */
    Optional<WitnessRow> serverFailed(Predicate<String> failure) {
        return printer.witness("server")
                .filter(WitnessView::failed)
                .filter(row -> row.lastFailure() != null && failure.test(row.lastFailure()))
                .findFirst();
    }

    /** A router of another address is that of another network. */
    private Stream<WitnessRow> routers() {
        return printer.witness("router")
                .filter(row ->
                        printer.facts()
                                .text("gateway.address")
                                .map(row.name()::equals)
                                .orElse(true))
                .filter(row ->
                        row.serverOk().measured() < LOOKS
                                || row.serverOk().share() < FailedSlots.TOGETHER.value());
    }

    private static boolean failed(WitnessRow row) {
        JointCounts failing = row.serverFailing();
        return failing.measured() >= LOOKS && failing.share() >= FailedSlots.TOGETHER.value();
    }

    private static boolean answered(WitnessRow row) {
        JointCounts failing = row.serverFailing();
        return failing.measured() >= LOOKS && failing.share() <= FailedSlots.HARDLY.value();
    }
}
