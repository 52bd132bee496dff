package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** The radio sleeps between beacons to save power, and some access points then lose it. */
final class PowerSaveRule implements Rule {
    @Override
    public String id() {
        return "wifi.power_save";
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
        if (facts.is("wifi.power_save", "on")) {
            clues.weak("power_save", Statement.of("clue.wifi.power_save_on"));
            radio.weighKernel(clues);
        } else if (facts.is("wifi.power_save", "off")) {
            clues.against(Statement.of("clue.wifi.power_save_off"));
        } else {
            clues.missing();
        }
        if (radio.loses()) {
            radio.weighLosses(clues);
        } else if (!radio.lossesUnknown()) {
            clues.against(Statement.of("clue.router.loses_nothing"));
        }
        return clues.conclude(printer.server().severity());
    }
}
