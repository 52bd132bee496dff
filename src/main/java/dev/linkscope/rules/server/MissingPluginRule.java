package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** OctoPrint runs without Obico's plugin. */
final class MissingPluginRule implements Rule {
    @Override
    public String id() {
        return "plugin.missing";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        boolean safe = SafeModeRule.on(facts);
        if (facts.text("service.moonraker_obico").isPresent()) {
            clues.against(Statement.of("clue.plugin.klipper"));
        }
        boolean connected = BeyondPath.pluginOf(printer).works();
        if (connected) {
            clues.against(Statement.of("clue.plugin.link_stands"));
        }
        if (facts.yes("obico.installed")) {
            clues.against(Statement.of("clue.plugin.loaded"));
        } else if (facts.no("obico.installed") && (safe || connected)) {
            clues.weak("octoprint", Statement.of("clue.plugin.not_loaded"));
            if (safe) {
                clues.weakAgainst(Statement.of("clue.plugin.safe_mode"));
            }
        } else if (facts.no("obico.installed")) {
            clues.certain("octoprint", Statement.of("clue.plugin.not_loaded"));
            facts.text("obico.version")
                    .ifPresent(version -> {
                        clues.as("disabled");
                        clues.weak("files", Statement.of("clue.plugin.on_disk", version));
                    });
        } else {
            clues.missing();
        }
        if (facts.absent("obico.version")) {
            clues.weak("files", Statement.of("clue.plugin.no_files"));
        }
        return clues.conclude(Severity.CRITICAL);
    }
}
