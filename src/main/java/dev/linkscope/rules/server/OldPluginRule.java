package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** The predecessor, The Spaghetti Detective, is still enabled: Obico's plugin gives way to it. */
final class OldPluginRule implements Rule {
    @Override
    public String id() {
        return "plugin.old_beside_new";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        PluginReport report = printer.plugin();
        BeyondPath plugin = BeyondPath.pluginOf(printer);
        if (report != null
                && !plugin.works()
                && (report.oldPluginRunning()
                        || report.alerts().contains("bailed_because_tsd_plugin_running"))) {
            clues.certain("report", Statement.of("clue.old_plugin.report"));
        }
        if (facts.yes("obico.old_plugin") && facts.yes("obico.installed")) {
            clues.strong("octoprint", Statement.of("clue.old_plugin.both"));
        } else if (facts.yes("obico.old_plugin")) {
            clues.weak("octoprint", Statement.of("clue.old_plugin.there"));
        } else if (facts.no("obico.old_plugin")) {
            clues.against(Statement.of("clue.old_plugin.not_there"));
        } else if (report == null) {
            clues.missing();
        }
        if (plugin.works()) {
            clues.against(Statement.of("clue.plugin.link_stands"));
        } else if (plugin.fails("not_connected") && clues.any()) {
            clues.weak("plugin", plugin.missing());
        }
        return clues.conclude(Severity.CRITICAL);
    }
}
