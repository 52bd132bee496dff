package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.past.PastKind;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PaneCase;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Plugin and server are of versions that do not fit: the server refuses what the plugin sends. */
final class VersionMismatchRule implements Rule {
    private static final Threshold HIGH =
            new Threshold(0.20, "", "Obico, connectivity-error-report: above 20 % take action");

    private static final Threshold ATTEMPTS =
            new Threshold(8, "", "the plugin itself raises no alert below 8 attempts");

    private static final Threshold CLEAN =
            new Threshold(0.05, "", "Obico, connectivity-error-report: below 5 % no problem");

    private static final Threshold STILL =
            new Threshold(300, "s", "measured: the plugin sends a picture every 120 s at least");

    @Override
    public String id() {
        return "plugin.version_mismatch";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        report(printer, clues);
        int unknown = ServerPane.count(printer, "response.not_found");
        boolean obico = ObicoServer.health(printer).filter("ok"::equals).isPresent();
        if (unknown >= ServerPane.SEVERAL && obico) {
            clues.strong("server", Statement.of("clue.version.unknown_address", unknown));
        }
        if (clues.any() && ObicoServer.own(printer)) {
            clues.weak("own", Statement.of("clue.server.own"));
        } else if (clues.any() && ObicoServer.cloud(printer)) {
            clues.weakAgainst(Statement.of("clue.server.cloud_current"));
        }
        return clues.conclude(Severity.CRITICAL);
    }

    /** Whether the plugin counts errors enough to act upon. */
    static boolean manyErrors(@Nullable PluginReport report) {
        PluginReport.Counters server = report == null ? null : report.server();
        return server != null
                && server.attempts() >= ATTEMPTS.value()
                && server.errors() >= HIGH.value() * server.attempts();
    }

    /** Many of the plugin's own messages refused while way and live link are fine. */
    private static void report(PrinterCase printer, Clues clues) {
        PluginReport report = printer.plugin();
        PluginReport.Counters server = report == null ? null : report.server();
        if (report == null || server == null || server.attempts() < ATTEMPTS.value()) {
            clues.missing();
            return;
        }
        double rate = (double) server.errors() / server.attempts();
        boolean live =
                Boolean.TRUE.equals(report.connected()) || BeyondPath.pluginOf(printer).works();
        Double measured = printer.server().figures().errorRate();
        if (rate < HIGH.value()) {
            clues.against(
                    Statement.of("clue.version.few_errors", server.errors(), server.attempts()),
                    rate,
                    HIGH);
            return;
        }
        if (!live || measured == null) {
            clues.missing();
            return;
        }
        if (measured >= CLEAN.value()) {
            clues.against(Statement.of("clue.version.way_fails"), measured, CLEAN);
            return;
        }
        Statement text =
                Statement.of("clue.version.errors", server.errors(), server.attempts(), measured);
        if (still(server.last(), report.readAt()) || noOutage(printer)) {
            clues.strong("report", text, rate, HIGH);
        } else {
            clues.weak("report", text, rate, HIGH);
        }
        if (printer.past(PastKind.SERVER_LOST).size() > 0) {
            clues.weakAgainst(Statement.of("clue.version.outages"));
        }
        if (badPictures(printer.webcam())) {
            clues.against(Statement.of("clue.version.bad_pictures"));
        }
    }

    private static boolean still(@Nullable Instant last, Instant readAt) {
        return last != null && Duration.between(last, readAt).toSeconds() <= STILL.value();
    }

    /** Refusals leave no line in the log; outages do. */
    private static boolean noOutage(PrinterCase printer) {
        return Logs.read(printer) && printer.past(PastKind.SERVER_LOST).isEmpty();
    }

    /** What is no picture is refused by any version, and counted as an error of the server. */
    private static boolean badPictures(@Nullable PaneCase webcam) {
        return webcam != null
                && webcam.count("response.not_a_picture")
                                + webcam.count("body.empty")
                                + webcam.count("body.not_jpeg")
                        > 0;
    }
}
