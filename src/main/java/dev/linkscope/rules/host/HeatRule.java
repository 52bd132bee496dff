package dev.linkscope.rules.host;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.ReadingLimits;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.util.OptionalDouble;

/**
 * The computer is so hot that it slows itself down. That breaks no connection by itself, so it
 * never matters more than to be watched.
 */
final class HeatRule implements Rule {
    /** From here on the cores are slowed down step by step. */
    private static final Threshold SLOWED = ReadingLimits.SLOWED;

    /** From here on cores and graphics are slowed down to the least. */
    private static final Threshold HARD = ReadingLimits.HARD;

    @Override
    public String id() {
        return "host.heat";
    }

    @Override
    public Layer layer() {
        return Layer.HOST;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        OptionalDouble temperature = facts.number("host.temperature");
        boolean now = false;
        if (temperature.isPresent() && temperature.getAsDouble() >= SLOWED.value()) {
            Threshold limit = temperature.getAsDouble() >= HARD.value() ? HARD : SLOWED;
            now = true;
            clues.strong(
                    "sensor",
                    Statement.of("clue.heat.hot", temperature.getAsDouble(), limit.value()),
                    temperature.getAsDouble(),
                    limit);
        }
        if (slowed(facts, "now")) {
            now = true;
            clues.strong("firmware", Statement.of("clue.heat.slowed_now"));
        } else if (slowed(facts, "since_boot")) {
            clues.strong("firmware", Statement.of("clue.heat.slowed"));
            if (!now) {
                clues.as("past");
            }
        }
        if (!clues.any()) {
            temperature.ifPresentOrElse(
                    value ->
                            clues.against(
                                    Statement.of("clue.heat.cool", value, SLOWED.value()),
                                    value,
                                    SLOWED),
                    clues::missing);
        }
        return clues.conclude(now ? Trouble.byItself(printer) : Severity.INFO);
    }

    /** Low voltage slows a Pi down as well: only where that is known to be fine, it was heat. */
    private static boolean slowed(FactSheet facts, String when) {
        return facts.no("power.undervoltage." + when)
                && (facts.yes("power.throttled." + when)
                        || facts.yes("power.frequency_capped." + when));
    }
}
