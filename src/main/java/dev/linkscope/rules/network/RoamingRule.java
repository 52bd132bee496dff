package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.OptionalDouble;

/** The computer goes from one access point to another and is cut off meanwhile. */
final class RoamingRule implements Rule {
    @Override
    public String id() {
        return "wifi.roaming";
    }

    @Override
    public Layer layer() {
        return Layer.LINK;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        Radio radio = new Radio(printer).excuse(clues);
        OptionalDouble roams = printer.facts().number("wifi.roams");
        if (roams.isEmpty()) {
            clues.missing();
        } else if (roams.getAsDouble() > 0) {
            clues.saying(roams.getAsDouble())
                    .weak("roams", Statement.of("clue.wifi.roams", roams.getAsDouble()));
            Circumstance.weigh(clues, printer, "wifi.roamed");
            if (printer.coincidence("wifi.roamed").findAny().isEmpty()) {
                radio.weighKernel(clues);
                if (!radio.weak()) {
                    radio.weighLosses(clues);
                }
            }
        } else {
            clues.against(Statement.of("clue.wifi.never_roamed"));
        }
        return clues.conclude(radio.severity());
    }
}
