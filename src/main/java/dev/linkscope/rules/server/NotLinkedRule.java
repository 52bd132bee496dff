package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** The plugin was never linked with an account. */
final class NotLinkedRule implements Rule {
    @Override
    public String id() {
        return "plugin.not_linked";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        BeyondPath plugin = BeyondPath.pluginOf(printer);
        boolean setting = printer.facts().yes("obico.linked_setting");
        if (plugin.fails("not_linked")) {
            plugin.withPath(clues).certain("plugin", plugin.observed("clue.not_linked.log"));
        } else if (plugin.works()) {
            clues.against(Statement.of("clue.plugin.link_stands"));
        } else if (printer.facts().no("obico.linked_setting")) {
            clues.certain("settings", Statement.of("clue.not_linked.no_token"));
        } else if (setting) {
            clues.against(Statement.of("clue.not_linked.token"));
        } else if (plugin.unknown()) {
            clues.missing();
        }
        if (!Logs.sinceStart(printer, PastKind.NOT_AUTHORISED, "upgrade.not_linked").isEmpty()) {
            clues.weak("past", Statement.of("clue.not_linked.past"));
        }
        if (printer.plugin() != null && !printer.plugin().linked()) {
            clues.weak("report", Statement.of("clue.not_linked.report"));
        }
        return clues.conclude(Severity.CRITICAL);
    }
}
