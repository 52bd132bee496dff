package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import org.jspecify.annotations.Nullable;

/** The server does not know the plugin's token, which Obico's own report counts nowhere. */
final class InvalidTokenRule implements Rule {
    /** One attempt may still be under way. */
    private static final int ATTEMPTS = 2;

    @Override
    public String id() {
        return "token.invalid";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        BeyondPath plugin = BeyondPath.pluginOf(printer);
        if (plugin.fails("not_authorised")) {
            if (EndpointDiffersRule.differs(printer)) {
                clues.weak("plugin", plugin.observed("clue.token.refused"));
                clues.weakAgainst(Statement.of("clue.token.other_server"));
            } else {
                plugin.withPath(clues).certain("plugin", plugin.observed("clue.token.refused"));
            }
        } else if (plugin.works()) {
            clues.against(Statement.of("clue.plugin.link_stands"));
        } else if (plugin.unknown()) {
            clues.missing();
        }
        int told =
                Logs.sinceStart(printer, PastKind.NOT_AUTHORISED, "upgrade.not_authorised").size();
        if (told > 0) {
            clues.weak("log", Statement.of("clue.token.log", told));
        }
        report(printer.plugin(), EndpointDiffersRule.differs(printer), clues);
        if (printer.facts().no("obico.linked_setting")) {
            clues.against(Statement.of("clue.token.none"));
        }
        return clues.conclude(Severity.CRITICAL);
    }

    /** Attempts, no error and no link: only a refused token looks like that. */
    private static void report(@Nullable PluginReport report, boolean elsewhere, Clues clues) {
        if (report == null || report.server() == null || report.linked()) {
            return;
        }
        int attempts = report.server().attempts();
        int errors = report.server().errors();
        if (attempts >= ATTEMPTS && errors == 0 && elsewhere) {
            clues.weak("report", Statement.of("clue.token.report", attempts));
        } else if (attempts >= ATTEMPTS && errors == 0) {
            clues.strong("report", Statement.of("clue.token.report", attempts));
        } else if (errors > 0) {
            clues.weakAgainst(Statement.of("clue.token.report_errors", errors, attempts));
        }
    }
}
