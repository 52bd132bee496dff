package dev.linkscope.rules.host;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** The card can no longer be written, or fails: Linux turns such a file system read-only. */
final class CardFailingRule implements Rule {
    @Override
    public String id() {
        return "disk.read_only";
    }

    @Override
    public Layer layer() {
        return Layer.HOST;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        boolean readOnly =
                facts.yes("disk.root.read_only") || facts.yes("disk.octoprint.read_only");
        if (readOnly) {
            clues.certain("disk", Statement.of("clue.disk.read_only"));
        }
        if (Trouble.counted(facts, "kernel.storage.new")) {
            clues.strong(
                    "kernel",
                    Statement.of(
                            "clue.disk.errors_new", facts.number("kernel.storage.new").orElse(0)));
        } else if (Trouble.counted(facts, "kernel.storage.count")) {
            clues.weak(
                    "kernel",
                    Statement.of(
                            "clue.disk.errors", facts.number("kernel.storage.count").orElse(0)));
        }
        if (!readOnly && clues.any()) {
            clues.as("errors");
        }
        if (!clues.any()) {
            if (facts.no("disk.root.read_only")) {
                clues.against(Statement.of("clue.disk.writable"));
            } else {
                clues.missing();
            }
        } else if (Trouble.octoPrintIsDown(printer)) {
            clues.weak("octoprint", Statement.of("clue.octoprint.down"));
        }
        return clues.conclude(Trouble.ofOctoPrint(printer));
    }
}
