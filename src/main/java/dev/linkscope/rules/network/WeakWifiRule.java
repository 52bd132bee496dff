package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.OptionalDouble;

/** The radio signal is too weak to hold. */
final class WeakWifiRule implements Rule {
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
        Radio radio = new Radio(printer).excuse(clues);
        boolean atTimes = Circumstance.telling(printer, "wifi.weak").isPresent();
        OptionalDouble signal = printer.facts().number("wifi.signal");
        if (signal.isEmpty()) {
            clues.missing();
        } else if (radio.weak()) {
            clues.saying(signal.getAsDouble())
                    .strong(
                            "wifi",
                            Statement.of(
                                    "clue.wifi.signal", signal.getAsDouble(), Radio.SIGNAL.value()),
                            signal.getAsDouble(),
                            Radio.SIGNAL);
        } else if (!atTimes) {
            clues.against(
                    Statement.of(
                            "clue.wifi.signal_good", signal.getAsDouble(), Radio.SIGNAL.value()),
                    signal.getAsDouble(),
                    Radio.SIGNAL);
        }
        if (!radio.weak() && atTimes) {
            clues.as("at_times");
        }
        Circumstance.weigh(clues, printer, "wifi.weak");
        if (clues.any()) {
            // Without a signal to blame, what is lost fits too many others.
            radio.weighLosses(clues);
        }
        return clues.conclude(radio.severity());
    }
}
