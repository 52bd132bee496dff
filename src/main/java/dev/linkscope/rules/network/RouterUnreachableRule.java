package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Coincidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.LossyWay;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.Optional;
import java.util.Set;

/**
 * The router does not answer the printer's computer, although that is in the network. The second
 * witness tells whether it is the router or the way to it.
 */
final class RouterUnreachableRule implements Rule {
    private static final int LOOKS = 20;

    @Override
    public String id() {
        return "router.unreachable";
    }

    @Override
    public Layer layer() {
        return Layer.ROUTER;
    }

    /** A link that loses its packets does not reach the router either. */
    @Override
    public Set<String> follows() {
        return Set.of(
                "link.none",
                "cable.bad",
                "wifi.weak",
                "wifi.busy",
                "wifi.roaming",
                "wifi.firmware",
                "wifi.power_save",
                "power.undervoltage");
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var failed = new FailedSlots(printer);
        JointCounts asked = failed.of(ProbeKind.GATEWAY);
        if (printer.probe(ProbeKind.GATEWAY).isEmpty()) {
            clues.missing();
        } else if (failed.answered(ProbeKind.GATEWAY)) {
            clues.against(
                    Statement.of(
                            "clue.router.answered",
                            asked.measured() - asked.failed(),
                            asked.measured()),
                    asked.share(),
                    FailedSlots.HARDLY);
        } else if (new RouterSilence(printer).mostlyWithoutRoute()) {
            // Without a link or an address nobody could ask the router.
            clues.missing()
                    .weakAgainst(
                            Statement.of(
                                    "clue.router.no_route",
                                    new RouterSilence(printer).withoutRoute()));
        } else if (odd(printer, asked)) {
            clues.weak("gateway", Statement.of("clue.router.silent", asked.failed()));
        } else if (failed.silent(ProbeKind.GATEWAY)
                || failed.brokeAt(Layer.ROUTER, ProbeKind.GATEWAY)) {
            clues.strong(
                    "gateway",
                    Statement.of("clue.router.silent", asked.failed()),
                    asked.share(),
                    FailedSlots.TOGETHER);
            weighWitness(clues, printer);
        } else if (asked.failed() > 0) {
            clues.weak("gateway", Statement.of("clue.router.silent", asked.failed()));
        }
        return clues.conclude(failed.severity(printer.broken(Layer.ROUTER)));
    }

    /** Whether packets are lost now and then, whether the server fails or not: no outage. */
    private static boolean odd(PrinterCase printer, JointCounts failing) {
        JointCounts ok =
                printer.probe(ProbeKind.GATEWAY)
                        .map(router -> router.beside().serverOk())
                        .orElse(JointCounts.NONE);
        return ok.measured() >= LOOKS && ok.share() >= LossyWay.ALIKE.value() * failing.share();
    }

    private static void weighWitness(Clues clues, PrinterCase printer) {
        var witness = new WitnessView(printer);
        Optional<JointCounts> down = witness.routerFailed().map(WitnessRow::serverFailing);
        Optional<JointCounts> up = witness.routerAnswered().map(WitnessRow::serverFailing);
        Optional<Coincidence> hour = Circumstance.hour(printer);
        if (up.isPresent()) {
            JointCounts seen = up.get();
            clues.as("way")
                    .strong(
                            "witness",
                            Statement.of(
                                    "clue.witness.router_answered",
                                    seen.measured() - seen.failed(),
                                    seen.measured()));
        } else if (down.isPresent()) {
            clues.as("itself")
                    .strong(
                            "witness",
                            Statement.of(
                                    "clue.witness.router_failed",
                                    down.get().failed(),
                                    down.get().measured()));
        }
        if (down.isEmpty()) {
            new Radio(printer).suspect(clues);
        }
        if (hour.isPresent() && up.isEmpty()) {
            clues.as("nightly").saying(Circumstance.hourOf(hour.get()));
            Circumstance.weighHour(clues, printer);
        }
    }
}
