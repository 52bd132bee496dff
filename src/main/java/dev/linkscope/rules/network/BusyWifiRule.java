package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.ReadingLimits;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.util.OptionalDouble;

/** The signal is good, yet others talk over it. */
final class BusyWifiRule implements Rule {
    /** proc_net(5): packets that the hardware gave up after all its retries. */
    private static final Threshold GIVEN_UP = ReadingLimits.GIVEN_UP;

    @Override
    public String id() {
        return "wifi.busy";
    }

    @Override
    public Layer layer() {
        return Layer.LINK;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        Radio radio = new Radio(printer).excuse(clues);
        if (radio.weak()) {
            clues.against(
                    Statement.of(
                            "clue.wifi.signal",
                            facts.number("wifi.signal").orElseThrow(),
                            Radio.SIGNAL.value()));
        }
        OptionalDouble retries = facts.number("wifi.retries");
        OptionalDouble hoursUp = facts.number("host.uptime");
        if (retries.isEmpty() || hoursUp.isEmpty() || radio.lossesUnknown()) {
            clues.missing();
        }
        if (retries.isPresent() && hoursUp.isPresent()) {
            // The hour that has just begun counts as a whole one.
            double hourly = retries.getAsDouble() / Math.max(hoursUp.getAsDouble(), 1);
            if (hourly > GIVEN_UP.value()) {
                clues.weak("retries", Statement.of("clue.wifi.given_up", hourly), hourly, GIVEN_UP);
            } else {
                clues.weakAgainst(Statement.of("clue.wifi.given_up_few", hourly));
            }
        }
        facts.text("wifi.band")
                .filter(band -> !band.equals("2.4"))
                .ifPresent(band -> clues.weakAgainst(Statement.of("clue.wifi.band", band)));
        if (radio.loses()) {
            radio.weighLosses(clues);
        } else if (!radio.lossesUnknown()) {
            clues.against(Statement.of("clue.router.loses_nothing"));
        }
        return clues.conclude(radio.severity());
    }
}
