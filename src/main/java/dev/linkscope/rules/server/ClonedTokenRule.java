package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.List;

/** Two printers use one token: the server throws the older one out, and it stays out. */
final class ClonedTokenRule implements Rule {
    private static final String SHARED = "4321";

    @Override
    public String id() {
        return "token.cloned";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        BeyondPath plugin = BeyondPath.pluginOf(printer);
        boolean back = plugin.works();
        if (plugin.fails("kicked")) {
            plugin.withPath(clues).certain("plugin", plugin.observed("clue.token.kicked"));
        } else if (plugin.seen(List.of("kicked")) > 0) {
            int seen = plugin.seen(List.of("kicked"));
            clues.strong("plugin", Statement.of("clue.token.kicked_before", seen));
        } else if (plugin.detail("last_close").filter(SHARED::equals).isPresent()) {
            clues.weak("plugin", Statement.of("clue.token.closed"));
        }
        int before = printer.past(PastKind.KICKED).size();
        int now = Logs.sinceStart(printer, PastKind.KICKED).size();
        if (now > 0) {
            clues.strong("log", Statement.of("clue.token.log_kicked", now));
        } else if (before > 0) {
            clues.strong("log", Statement.of("clue.token.log_kicked_before", before));
        }
        if (printer.plugin() != null && printer.plugin().alerts().contains("shared_auth_token")) {
            clues.certain("report", Statement.of("clue.token.alert"));
        }
        if (clues.any() && back) {
            clues.as("past");
        } else if (!clues.any() && plugin.unknown() && !Logs.read(printer)) {
            clues.missing();
        }
        return clues.conclude(back ? Severity.WATCH : Severity.CRITICAL);
    }
}
