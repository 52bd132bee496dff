package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.LossyWay;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.ReadingLimits;
import dev.linkscope.rules.Threshold;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What all causes in the radio have in common: the computer uses Wi-Fi, and its router is missed
 * while the server fails. If the router goes on answering, the radio carried the questions, and
 * what broke lies behind it.
 */
final class Radio {
    /** Below it packets are lost. */
    static final Threshold SIGNAL = ReadingLimits.SIGNAL;

    private static final Threshold TO_ROUTER =
            new Threshold(0.01, "", "ITU-T Y.1541 table 1: 0.1 % on a whole path, ten times that");

    /** Fewer lost packets are accidents. */
    private static final int ENOUGH = 20;

    private static final Set<String> OTHER_KINDS = Set.of("ethernet", "usb", "mobile");

    private final PrinterCase printer;
    private final FactSheet facts;
    private final FailedSlots failed;

    Radio(PrinterCase printer) {
        this.printer = printer;
        facts = printer.facts();
        failed = new FailedSlots(printer);
    }

    /** Speaks against every cause in the radio where none can be at work. */
    Radio excuse(Clues clues) {
        Optional<String> kind = facts.text("link.kind").filter(OTHER_KINDS::contains);
        if (kind.isPresent()) {
            clues.against(
                    Statement.of(
                            "clue.link.not_wifi", Statement.of("clue.link.kind." + kind.get())));
        } else if (facts.absent("wifi.interface")) {
            clues.against(Statement.of("clue.wifi.none"));
        }
        var silence = new RouterSilence(printer);
        if (silence.always()) {
            // Nothing was sent that a radio could lose.
            clues.against(Statement.of("clue.router.no_route", silence.withoutRoute()));
        }
        if (failed.replied() && !losesAnyway()) {
            clues.against(Statement.of("clue.server.replied", failed.errors()));
        }
        JointCounts asked = failed.of(ProbeKind.GATEWAY);
        boolean atFirstTry = !new LossyWay(printer).loses();
        if (failed.answered(ProbeKind.GATEWAY) && atFirstTry && !losesAnyway()) {
            clues.against(
                    Statement.of(
                            "clue.router.answered",
                            asked.measured() - asked.failed(),
                            asked.measured()),
                    asked.share(),
                    FailedSlots.HARDLY);
        }
        new WitnessView(printer)
                .routerFailed()
                .map(WitnessRow::serverFailing)
                .ifPresent(seen ->
                        clues.against(
                                Statement.of(
                                        "clue.witness.router_failed",
                                        seen.failed(),
                                        seen.measured())));
        return this;
    }

    /** Adds what is lost on the way to the router as a weak clue. */
    Radio weighLosses(Clues clues) {
        printer.probe(ProbeKind.GATEWAY)
                .filter(this::loses)
                .ifPresent(router ->
                        clues.weak(
                                "gateway",
                                Statement.of(
                                        "clue.router.loses", router.failed(), router.measured()),
                                router.failedShare(),
                                TO_ROUTER));
        new WitnessView(printer)
                .routerAnswered()
                .filter(row -> failed.silent(ProbeKind.GATEWAY))
                .map(WitnessRow::serverFailing)
                .ifPresent(seen ->
                        clues.weak(
                                "witness",
                                Statement.of(
                                        "clue.witness.router_answered",
                                        seen.measured() - seen.failed(),
                                        seen.measured())));
        return this;
    }

    /** Whether more is lost on the way to the router than a good link loses. */
    boolean loses() {
        return printer.probe(ProbeKind.GATEWAY).filter(this::loses).isPresent();
    }

    /**
     * Whether the way to the router is lossy and something else makes the server fail nearly all
     * the time, or while as much is lost without: then what the router answered during failures
     * tells of that other fault.
     */
    boolean losesAnyway() {
        JointCounts between =
                printer.probe(ProbeKind.GATEWAY)
                        .map(router -> router.beside().serverOk())
                        .orElse(JointCounts.NONE);
        JointCounts failing = failed.of(ProbeKind.GATEWAY);
        return loses()
                && failing.failed() >= ENOUGH
                && (between.measured() <= FailedSlots.HARDLY.value() * failing.measured()
                        || between.share() >= FailedSlots.TOGETHER.value() * failing.share());
    }

    /** How much a fault of the radio matters: beside another one that breaks all, it waits. */
    Severity severity() {
        Severity pane = printer.server().severity();
        boolean beside =
                losesAnyway()
                        && !failed.brokeAt(Layer.ROUTER, ProbeKind.GATEWAY)
                        && !new LossyWay(printer).explains();
        return beside && pane == Severity.CRITICAL ? Severity.WATCH : pane;
    }

    /** Whether nobody knows what is lost on the way to the router. */
    boolean lossesUnknown() {
        return printer.probe(ProbeKind.GATEWAY).isEmpty();
    }

    private boolean loses(ProbeTally router) {
        JointCounts ok = router.beside().serverOk();
        boolean mute = ok.measured() > 0 && ok.share() >= FailedSlots.TOGETHER.value();
        return !mute && router.failedShare() > TO_ROUTER.value();
    }

    /** Whether the signal is known to be too weak. */
    boolean weak() {
        OptionalDouble signal = facts.number("wifi.signal");
        return signal.isPresent() && signal.getAsDouble() < SIGNAL.value();
    }

    /** Speaks a little against causes behind the radio where something is wrong with it. */
    void suspect(Clues clues) {
        if (facts.text("link.kind").filter(OTHER_KINDS::contains).isPresent()) {
            return;
        }
        OptionalDouble signal = facts.number("wifi.signal");
        if (signal.isPresent() && weak()) {
            clues.weakAgainst(
                    Statement.of("clue.wifi.signal", signal.getAsDouble(), SIGNAL.value()));
        }
        if (facts.is("wifi.power_save", "on")) {
            clues.weakAgainst(Statement.of("clue.wifi.power_save_on"));
        }
        OptionalDouble lost = facts.number("kernel.wifi_lost.new");
        if (lost.isPresent() && lost.getAsDouble() > 0) {
            clues.weakAgainst(Statement.of("clue.kernel.wifi_lost", lost.getAsDouble()));
        }
    }

    /** Adds that the kernel saw the link to the access point end while watching. */
    Radio weighKernel(Clues clues) {
        OptionalDouble lost = facts.number("kernel.wifi_lost.new");
        if (lost.isPresent() && lost.getAsDouble() > 0) {
            clues.weak("kernel", Statement.of("clue.kernel.wifi_lost", lost.getAsDouble()));
        }
        return this;
    }
}
