package dev.linkscope.rules.host;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** The card is full. OctoPrint may then not start; no connection breaks by it. */
final class DiskFullRule implements Rule {
    @Override
    public String id() {
        return "disk.full";
    }

    @Override
    public Layer layer() {
        return Layer.HOST;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        for (String disk : new String[] {"root", "octoprint"}) {
            String key = "disk." + disk + ".";
            if (facts.yes(key + "full")) {
                clues.certain(
                        disk,
                        Statement.of(
                                "clue.disk.full." + disk, facts.number(key + "free").orElse(0)));
            }
            if (facts.yes(key + "inodes_full")) {
                clues.certain(disk, Statement.of("clue.disk.inodes"));
            }
        }
        if (!clues.any()) {
            if (facts.no("disk.root.full")) {
                clues.against(
                        Statement.of("clue.disk.room", facts.number("disk.root.free").orElse(0)));
            } else {
                clues.missing();
            }
        } else if (Trouble.octoPrintIsDown(printer)) {
            clues.weak("octoprint", Statement.of("clue.octoprint.down"));
        }
        return clues.conclude(Trouble.ofOctoPrint(printer));
    }
}
