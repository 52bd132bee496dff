package dev.linkscope.report.pdf;

import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.plugin.PluginReport.Counters;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the Obico plugin counted itself, beside what was measured, and why the two differ. */
final class PluginSection {
    private static final double NAME = 0.2;
    private static final double FIGURE = 0.4;

    private final Look look;

    PluginSection(Look look) {
        this.look = look;
    }

    List<Block> rows(PrinterReport printer, PluginReport plugin) {
        List<Block> rows = new ArrayList<>();
        rows.add(
                new Row(
                        List.of(
                                look.label(NAME, ""),
                                look.label(FIGURE, look.say("report.pdf.plugin.itself")),
                                look.label(FIGURE, look.say("report.pdf.plugin.ours")))));
        rows.add(row("report.pdf.server.bare", plugin.server(), printer.server()));
        rows.add(row("report.pdf.webcam.bare", plugin.webcam(), printer.webcam()));
        String link =
                Boolean.TRUE.equals(plugin.connected())
                        ? "report.pdf.plugin.connected"
                        : "report.pdf.plugin.not_connected";
        rows.add(look.muted(look.say(link, plugin.readAt())));
        rows.add(look.muted(look.say("report.pdf.plugin.why")));
        return rows;
    }

    private Row row(String name, @Nullable Counters counted, @Nullable Pane measured) {
        return new Row(
                List.of(
                        look.label(NAME, look.say(name)),
                        look.cell(
                                FIGURE,
                                counted == null
                                        ? look.say("report.pdf.plugin.never")
                                        : figures(counted.errors(), counted.attempts())),
                        look.cell(
                                FIGURE,
                                measured == null
                                        ? "\u2013"
                                        : figures(
                                                measured.figures().errors(),
                                                measured.figures().attempts()))));
    }

    private String figures(int errors, int attempts) {
        return look.say(
                "report.pdf.plugin.counted",
                errors,
                attempts,
                attempts == 0 ? 0 : (double) errors / attempts);
    }
}
