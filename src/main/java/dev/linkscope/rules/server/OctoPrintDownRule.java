package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import java.util.Set;

/** OctoPrint does not run, and the plugin within it neither. */
final class OctoPrintDownRule implements Rule {
    private static final Set<String> ENDED = Set.of("failed", "inactive", "deactivating");
    private static final Set<String> RUNNING = Set.of("active", "reloading", "running (no unit)");

    @Override
    public String id() {
        return "octoprint.down";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        FactSheet facts = printer.facts();
        String unit = facts.text("service.octoprint").orElse("");
        if (facts.text("service.moonraker_obico").isPresent() && unit.isEmpty()) {
            clues.against(Statement.of("clue.plugin.klipper"));
        }
        if (ENDED.contains(unit)) {
            clues.strong("unit", Statement.of("clue.octoprint.unit", unit));
        } else if (RUNNING.contains(unit)) {
            clues.weakAgainst(Statement.of("clue.octoprint.runs"));
        }
        // Else there may be no OctoPrint on this computer at all, and nothing is down.
        boolean installed = !unit.isEmpty() || facts.text("octoprint.version").isPresent();
        if (!installed) {
            return clues.missing().conclude(Severity.CRITICAL);
        }
        if (facts.no("octoprint.listening")) {
            clues.weak("port", Statement.of("clue.octoprint.port_closed"));
            if (facts.yes("web.listening")) {
                clues.weak("web", Statement.of("clue.octoprint.web_answers"));
            }
        } else if (facts.yes("octoprint.listening")) {
            clues.against(Statement.of("clue.octoprint.port_open"));
        }
        boolean gone =
                printer.probes().stream()
                        .anyMatch((ProbeTally one) ->
                                one.kind() == ProbeKind.PLUGIN_LINK
                                        && one.count("no_octoprint") > 0);
        if (gone && BeyondPath.pluginOf(printer).unknown()) {
            clues.weak("process", Statement.of("clue.octoprint.no_process"));
        }
        if (BeyondPath.pluginOf(printer).works()) {
            clues.against(Statement.of("clue.plugin.link_stands"));
        }
        return clues.conclude(Severity.CRITICAL);
    }
}
