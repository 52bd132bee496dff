package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PaneCase;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * The plugin's own report and the figures here differ, because they count different things: why.
 */
final class FiguresDifferRule implements Rule {
    private static final Threshold APART =
            new Threshold(0.05, "", "Obico, connectivity-error-report: the narrowest of its bands");

    private static final Threshold ATTEMPTS =
            new Threshold(8, "", "the plugin itself raises no alert below 8 attempts");

    @Override
    public String id() {
        return "plugin.figures_differ";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        PluginReport report = printer.plugin();
        if (report == null) {
            return clues.missing().conclude(Severity.INFO);
        }
        server(report, printer, clues);
        webcam(report.webcam(), printer.webcam(), clues);
        return clues.conclude(Severity.INFO);
    }

    private static void server(PluginReport report, PrinterCase printer, Clues clues) {
        PluginReport.Counters theirs = report.server();
        Double ours = printer.server().figures().errorRate();
        boolean live =
                Boolean.TRUE.equals(report.connected()) || BeyondPath.pluginOf(printer).works();
        if (theirs != null && theirs.errors() == 0 && !live) {
            // It says "Okay" then: a refused token and a lost link are no errors to it.
            clues.certain(
                    "server", Statement.of("clue.figures.okay_without_link", theirs.attempts()));
        }
        if (theirs == null || ours == null || theirs.attempts() == 0) {
            clues.missing();
        } else if (apart(theirs, printer.server())) {
            boolean less = rate(theirs) < ours;
            String key = less ? "clue.figures.server_less" : "clue.figures.server_more";
            clues.certain("server", Statement.of(key, rate(theirs), ours));
        } else {
            clues.against(Statement.of("clue.figures.server_alike", rate(theirs), ours));
        }
    }

    private static void webcam(
            PluginReport.@Nullable Counters theirs, @Nullable PaneCase pane, Clues clues) {
        if (pane == null || pane.figures().errorRate() == null) {
            return;
        }
        double ours = pane.figures().errorRate();
        if (theirs == null && ours >= APART.value()) {
            clues.certain("webcam", Statement.of("clue.figures.webcam_never", ours));
        } else if (theirs != null && apart(theirs, pane)) {
            boolean less = rate(theirs) < ours;
            String key = less ? "clue.figures.webcam_less" : "clue.figures.webcam_more";
            clues.certain("webcam", Statement.of(key, rate(theirs), ours));
        }
    }

    private static double rate(PluginReport.Counters counters) {
        return (double) counters.errors() / counters.attempts();
    }

    /** Whether both counted enough, and more lies between them than a band of Obico's own page. */
    private static boolean apart(PluginReport.Counters theirs, PaneCase pane) {
        Double ours = pane.figures().errorRate();
        return ours != null
                && theirs.attempts() >= ATTEMPTS.value()
                && pane.figures().attempts() >= ATTEMPTS.value()
                && Math.abs(rate(theirs) - ours) >= APART.value();
    }
}
