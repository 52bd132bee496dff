package dev.linkscope.rules.host;

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

/** The memory is used up, and the kernel ends programs to get some back. */
final class MemoryRule implements Rule {
    private static final Threshold LITTLE = ReadingLimits.LITTLE_MEMORY;

    private static final Threshold NEXT_TO_NOTHING = ReadingLimits.NO_MEMORY;

    @Override
    public String id() {
        return "host.memory";
    }

    @Override
    public Layer layer() {
        return Layer.HOST;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        if (Trouble.counted(facts, "kernel.memory.count")) {
            clues.certain(
                    "kernel",
                    Statement.of(
                            "clue.memory.killed", facts.number("kernel.memory.count").orElse(0)));
        }
        OptionalDouble total = facts.number("host.memory.total");
        OptionalDouble free = facts.number("host.memory.available");
        if (total.isEmpty() || free.isEmpty() || total.getAsDouble() <= 0) {
            clues.missing();
        } else {
            weigh(clues, free.getAsDouble(), total.getAsDouble());
        }
        if (Trouble.octoPrintIsDown(printer) && clues.any()) {
            clues.weak("octoprint", Statement.of("clue.octoprint.down"));
        }
        return clues.conclude(Trouble.ofOctoPrint(printer));
    }

    private static void weigh(Clues clues, double free, double total) {
        double share = free / total;
        Statement text = Statement.of("clue.memory.free", free, total);
        if (share < NEXT_TO_NOTHING.value()) {
            clues.strong("memory", text, share, NEXT_TO_NOTHING);
        } else if (share < LITTLE.value()) {
            clues.weak("memory", text, share, LITTLE);
        } else if (clues.any()) {
            clues.weakAgainst(text);
        } else {
            clues.against(text, share, LITTLE);
        }
    }
}
