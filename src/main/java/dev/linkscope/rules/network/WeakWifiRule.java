package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.util.OptionalDouble;

/** The radio signal is too weak to hold. */
final class WeakWifiRule implements Rule {
    private static final Threshold SIGNAL =
            new Threshold(-70, "dBm", "Obico's own limit for streaming; Cisco WLAN design guides");

    private static final Threshold TO_ROUTER =
            new Threshold(0.01, "", "ITU-T Y.1541 table 1: 0.1 % on a whole path, ten times that");

    @Override
    public String id() {
        return "wifi.weak";
    }

    @Override
    public Layer layer() {
        return Layer.LINK;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        if (facts.text("link.kind").filter(kind -> !kind.equals("wifi")).isPresent()) {
            clues.against(Statement.of("clue.link.not_wifi", facts.text("link.kind").orElse("")));
        }
        OptionalDouble signal = facts.number("wifi.signal");
        if (signal.isEmpty()) {
            clues.missing();
        } else if (signal.getAsDouble() < SIGNAL.value()) {
            clues.saying(signal.getAsDouble())
                    .strong(
                            "wifi",
                            Statement.of("clue.wifi.signal", signal.getAsDouble(), SIGNAL.value()),
                            signal.getAsDouble(),
                            SIGNAL);
        } else {
            clues.against(
                    Statement.of("clue.wifi.signal_good", signal.getAsDouble(), SIGNAL.value()),
                    signal.getAsDouble(),
                    SIGNAL);
        }
        printer.probe(ProbeKind.GATEWAY)
                .ifPresent(router -> {
                    JointCounts failing = router.beside().serverFailing();
                    if (router.failedShare() > TO_ROUTER.value()) {
                        clues.weak(
                                "gateway",
                                Statement.of(
                                        "clue.router.loses", router.failed(), router.measured()),
                                router.failedShare(),
                                TO_ROUTER);
                    } else if (failing.measured() > 0 && failing.failed() == 0) {
                        clues.weakAgainst(Statement.of("clue.router.answered", failing.measured()));
                    }
                });
        return clues.conclude(printer.server().severity());
    }
}
