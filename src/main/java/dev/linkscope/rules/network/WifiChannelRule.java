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

/**
 * The access point uses a channel that not every country allows, so that a radio with another
 * country set does not see it, or one that it has to leave whenever it takes something for a radar.
 */
final class WifiChannelRule implements Rule {
    private static final Threshold LAST_EVERYWHERE = ReadingLimits.LAST_EVERYWHERE;

    private static final Threshold RADAR_FROM = ReadingLimits.RADAR_FROM;

    private static final double RADAR_TO = ReadingLimits.RADAR_TO.value();

    @Override
    public String id() {
        return "wifi.channel";
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
        OptionalDouble channel = facts.number("wifi.channel");
        if (channel.isEmpty() || facts.text("wifi.band").isEmpty()) {
            clues.missing();
            return clues.conclude(printer.server().severity());
        }
        double number = channel.getAsDouble();
        if (facts.is("wifi.band", "2.4") && number > LAST_EVERYWHERE.value()) {
            clues.saying(number)
                    .weak(
                            "channel",
                            Statement.of("clue.wifi.channel_not_everywhere", number),
                            number,
                            LAST_EVERYWHERE);
            radio.weighKernel(clues);
        } else if (facts.is("wifi.band", "5")
                && number >= RADAR_FROM.value()
                && number <= RADAR_TO) {
            clues.as("radar")
                    .saying(number)
                    .weak(
                            "channel",
                            Statement.of("clue.wifi.channel_radar", number),
                            number,
                            RADAR_FROM);
            radio.weighKernel(clues);
        } else {
            clues.against(Statement.of("clue.wifi.channel_usual", number));
        }
        return clues.conclude(printer.server().severity());
    }
}
