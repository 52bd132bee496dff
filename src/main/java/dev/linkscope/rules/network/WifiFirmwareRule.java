package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.OptionalDouble;

/** The radio's own program, or its driver, fails. */
final class WifiFirmwareRule implements Rule {
    @Override
    public String id() {
        return "wifi.firmware";
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
        OptionalDouble fresh = facts.number("kernel.wifi_firmware.new");
        OptionalDouble all = facts.number("kernel.wifi_firmware.count");
        if (fresh.isEmpty() || all.isEmpty()) {
            clues.missing();
        } else if (fresh.getAsDouble() > 0) {
            clues.strong("driver", Statement.of("clue.kernel.wifi_firmware", fresh.getAsDouble()));
            radio.weighKernel(clues).weighLosses(clues);
        } else if (all.getAsDouble() > 0) {
            clues.weak(
                    "driver", Statement.of("clue.kernel.wifi_firmware_before", all.getAsDouble()));
        } else {
            clues.against(Statement.of("clue.kernel.wifi_firmware_none"));
        }
        return clues.conclude(printer.server().severity());
    }
}
