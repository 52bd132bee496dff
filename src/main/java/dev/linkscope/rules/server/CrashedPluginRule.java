package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plugin's main loop ended inside OctoPrint, which counts no error at all. */
final class CrashedPluginRule implements Rule {
    private static final Threshold QUIET =
            new Threshold(120, "s", "measured: the plugin queues a status every 50 s, idle too");

    private static final String WEBCAMS_SINCE = "1.9";
    private static final String WEBCAMS_NEEDED = "2.5";

    /** What a plugin that still runs, or has ended in order, says. */
    private static final List<String> OTHERWISE = List.of("kicked", "not_authorised", "not_linked");

    @Override
    public String id() {
        return "plugin.crashed";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        BeyondPath plugin = BeyondPath.pluginOf(printer);
        if (plugin.says("crashed")) {
            clues.certain("plugin", plugin.observed("clue.crash.log"));
        } else if (plugin.works()) {
            clues.against(Statement.of("clue.plugin.link_stands"));
        } else if (plugin.fails(OTHERWISE)) {
            clues.against(Statement.of("clue.crash.said_otherwise"));
        }
        int told = Logs.sinceStart(printer, PastKind.PLUGIN_CRASHED).size();
        if (told > 0) {
            clues.strong("log", Statement.of("clue.crash.past", told));
        }
        quiet(printer.plugin(), clues);
        boolean down = plugin.fails("not_connected") || clues.any();
        reasons(printer.facts(), clues, down);
        if (plugin.fails("not_connected") && clues.any()) {
            clues.weak("plugin", plugin.missing());
        }
        if (!clues.any() && plugin.unknown()) {
            clues.missing();
        }
        return clues.conclude(Severity.CRITICAL);
    }

    /** Known ways to make it end as soon as it starts. */
    private static void reasons(FactSheet facts, Clues clues, boolean down) {
        String octoprint = facts.text("octoprint.version").orElse("");
        String obico = facts.text("obico.version").orElse("");
        boolean old =
                Version.before(octoprint, WEBCAMS_SINCE) && !Version.before(obico, WEBCAMS_NEEDED);
        if (old && !obico.isEmpty()) {
            clues.as("versions").saying(octoprint, obico);
            clues.strong("versions", Statement.of("clue.crash.versions", octoprint, obico));
        } else if (facts.no("webcam.compat")) {
            clues.as("camera");
            if (down) {
                clues.strong("camera", Statement.of("clue.crash.camera"));
            } else {
                clues.weak("camera", Statement.of("clue.crash.camera"));
            }
        }
    }

    /** A plugin that runs queues a status every 50 s, whether the server is there or not. */
    private static void quiet(@Nullable PluginReport report, Clues clues) {
        Instant queued = report == null ? null : report.statusQueuedAt();
        if (report == null || queued == null || !report.linked() || thrownOut(report)) {
            return;
        }
        double seconds = Duration.between(queued, report.readAt()).toSeconds();
        if (seconds > QUIET.value()) {
            clues.strong("report", Statement.of("clue.crash.quiet", seconds), seconds, QUIET);
        }
    }

    /** Then it has ended in order. */
    private static boolean thrownOut(PluginReport report) {
        return report.alerts().contains("shared_auth_token");
    }
}
