package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** OctoPrint runs in safe mode, which loads no plugin but its own. */
final class SafeModeRule implements Rule {
    @Override
    public String id() {
        return "octoprint.safe_mode";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    /** Whether OctoPrint said so. */
    static boolean on(FactSheet facts) {
        return facts.text("octoprint.safe_mode").filter(why -> !why.equals("false")).isPresent();
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        if (on(facts)) {
            String why = facts.text("octoprint.safe_mode").orElse("");
            Statement text = Statement.of("clue.safe_mode.on", why);
            if (BeyondPath.pluginOf(printer).works()) {
                // OctoPrint was asked at another time.
                clues.weak("octoprint", text);
                clues.weakAgainst(Statement.of("clue.plugin.link_stands"));
            } else {
                clues.certain("octoprint", text);
            }
        } else if (facts.absent("octoprint.safe_mode") || facts.no("octoprint.safe_mode")) {
            clues.against(Statement.of("clue.safe_mode.off"));
        } else {
            clues.missing();
        }
        return clues.conclude(Severity.CRITICAL);
    }
}
