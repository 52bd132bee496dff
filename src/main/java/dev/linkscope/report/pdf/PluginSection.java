package dev.linkscope.report.pdf;

import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.plugin.PluginReport.Counters;
import dev.linkscope.domain.plugin.PluginSeries.Count;
import dev.linkscope.domain.plugin.PluginSeries.Step;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the Obico plugin counted itself, beside what was measured, and why the two differ. */
final class PluginSection {
    private static final double NAME = 0.19;
    private static final double FIGURE = 0.27;

    private final Look look;

    PluginSection(Look look) {
        this.look = look;
    }

    List<Block> rows(PrinterReport printer, PluginReport plugin) {
        List<Step> series = printer.details().series();
        List<Block> rows = new ArrayList<>();
        rows.add(
                new Row(
                        List.of(
                                look.label(NAME, ""),
                                look.label(FIGURE, look.say("report.pdf.plugin.itself")),
                                look.label(FIGURE, look.say("report.pages.plugin.watched")),
                                look.label(FIGURE, look.say("report.pdf.plugin.ours")))));
        rows.add(
                row(
                        "report.pdf.server.bare",
                        plugin.server(),
                        sum(series, Step::server),
                        printer.server()));
        rows.add(
                row(
                        "report.pdf.webcam.bare",
                        plugin.webcam(),
                        sum(series, Step::webcam),
                        printer.webcam()));
        if (!series.isEmpty()) {
            rows.add(
                    look.muted(
                            look.say(
                                    "report.pages.plugin.span",
                                    look.times.moment(series.getFirst().from()),
                                    look.times.moment(series.getLast().to()),
                                    series.stream().filter(Step::restarted).count())));
        }
        String link =
                Boolean.TRUE.equals(plugin.connected())
                        ? "report.pdf.plugin.connected"
                        : "report.pdf.plugin.not_connected";
        rows.add(look.muted(look.say(link, plugin.readAt())));
        rows.add(look.muted(look.say("report.pdf.plugin.why")));
        return rows;
    }

    /** What was counted from the first report that was read to the last; null without two. */
    private static @Nullable Count sum(List<Step> series, Function<Step, Count> side) {
        return series.stream()
                .map(side)
                .reduce((a, b) -> new Count(a.attempts() + b.attempts(), a.errors() + b.errors()))
                .orElse(null);
    }

    private Row row(
            String name,
            @Nullable Counters counted,
            @Nullable Count watched,
            @Nullable Pane measured) {
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
                                watched == null
                                        ? look.say("report.pages.not_known")
                                        : figures(watched.errors(), watched.attempts())),
                        look.cell(
                                FIGURE,
                                measured == null
                                        ? "\u2013"
                                        : figures(
                                                measured.figures().errors(),
                                                measured.figures().attempts()))));
    }

    private String figures(int errors, int attempts) {
        return attempts == 0
                ? look.say("report.pages.plugin.no_attempt")
                : look.say(
                        "report.pdf.plugin.counted", errors, attempts, (double) errors / attempts);
    }
}
