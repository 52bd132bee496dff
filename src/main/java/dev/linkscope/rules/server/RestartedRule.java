package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.util.OptionalDouble;

/** OctoPrint ends and starts again and again; each time Obico loses its connection. */
final class RestartedRule implements Rule {
    private static final Threshold RESTARTS =
            new Threshold(1, "", "systemd.service(5): only a program that failed is restarted");

    private static final Threshold STARTS =
            new Threshold(3, "", "updates restart OctoPrint once or twice a day at most");

    @Override
    public String id() {
        return "octoprint.restarted";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        BeyondPath plugin = BeyondPath.pluginOf(printer);
        OptionalDouble restarts = printer.facts().number("service.octoprint.restarts");
        if (restarts.isPresent() && restarts.getAsDouble() >= STARTS.value()) {
            clues.strong(
                    "system",
                    Statement.of("clue.restarted.by_system", restarts.getAsDouble()),
                    restarts.getAsDouble(),
                    STARTS);
        } else if (restarts.isPresent() && restarts.getAsDouble() >= RESTARTS.value()) {
            clues.weak(
                    "system",
                    Statement.of("clue.restarted.by_system", restarts.getAsDouble()),
                    restarts.getAsDouble(),
                    RESTARTS);
        }
        int starts = printer.past(PastKind.OCTOPRINT_STARTED).size();
        int boots = printer.past(PastKind.COMPUTER_STARTED).size();
        if (starts - boots >= STARTS.value()) {
            clues.weak("log", Statement.of("clue.restarted.log", starts, boots), starts, STARTS);
        } else if (starts >= STARTS.value()) {
            clues.against(Statement.of("clue.restarted.with_computer", starts, boots));
        }
        if (plugin.fails("not_connected") && clues.any()) {
            clues.weak("plugin", plugin.missing());
        }
        if (restarts.isEmpty() && !Logs.read(printer)) {
            clues.missing();
        }
        return clues.conclude(plugin.fails() ? Severity.CRITICAL : Severity.WATCH);
    }
}
