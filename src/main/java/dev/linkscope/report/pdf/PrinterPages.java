package dev.linkscope.report.pdf;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.report.ChatSummary;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages of one printer, from the verdict down to the details. */
final class PrinterPages {
    private final Look look;
    private final Sheet sheet;
    private final MeasuredPanel measured;
    private final Function<Trace, List<RatePoint>> curve;

    PrinterPages(
            Look look,
            Sheet sheet,
            MeasuredPanel measured,
            Function<Trace, List<RatePoint>> curve) {
        this.look = look;
        this.sheet = sheet;
        this.measured = measured;
        this.curve = curve;
    }

    void add(PrinterReport printer, String reportId, boolean simulated) throws IOException {
        sheet.begin(look.say("report.pdf.title", printer.name()));
        sheet.add(new TitleBlock(look.fonts.title, look.say("report.pdf.title", printer.name())));
        for (Block panel : new VerdictPanel(look).of(printer)) {
            sheet.add(panel);
        }
        sheet.add(new Block.Gap(7));
        sheet.add(measured.of(printer));
        if (printer.server() == null && printer.webcam() == null) {
            sheet.add(new Block.Gap(12));
            sheet.add(look.body(look.say("report.pdf.nothing")));
        } else {
            addPanes(printer);
        }
        addDetails(printer);
        sheet.section(
                look.heading(look.say("report.pdf.chat")),
                List.of(
                        new Panel(
                                new ChatPanel(
                                        look.fonts.code,
                                        new ChatSummary(look.messages)
                                                .lines(printer, reportId, simulated)),
                                Palette.PANEL,
                                null)));
    }

    private void addPanes(PrinterReport printer) throws IOException {
        Pane server = printer.server();
        Pane webcam = printer.webcam();
        TimeAxis axis = axis(server, webcam);
        sheet.add(
                new Block.Pair(
                        charts(server, axis, "server", "report.pdf.no_server"),
                        charts(webcam, axis, "webcam", "report.pdf.no_camera")));
        if (axis != null) {
            sheet.add(new Legend(look.fonts.tiny, look.messages));
        }
        sheet.add(new Block.Gap(4));
        sheet.add(new Block.Pair(figures(server), figures(webcam)));
        List<Block> sections = new ArrayList<>();
        addOutages(sections, server, "report.pdf.outages.server");
        addOutages(sections, webcam, "report.pdf.outages.webcam");
        addPhases(sections, server, "report.pdf.phases.server");
        addPhases(sections, webcam, "report.pdf.phases.webcam");
        sheet.add(Columns.of(sections));
    }

    private void addDetails(PrinterReport printer) throws IOException {
        sheet.section(
                look.heading(look.say("report.pdf.findings")),
                new FindingsSection(look).rows(printer.findings()));
        if (!printer.fixes().isEmpty()) {
            sheet.section(
                    look.heading(look.say("report.pdf.fix")), new FixSection(look).rows(printer));
        }
        PluginReport plugin = printer.plugin();
        if (plugin != null) {
            sheet.section(
                    look.heading(look.say("report.pdf.plugin")),
                    new PluginSection(look).rows(printer, plugin));
        }
        sheet.section(
                look.heading(look.say("report.pdf.facts")),
                new FactsSection(look).rows(printer.facts()));
    }

    /** From the first slot of either pane to the end of the last; null without any. */
    private static @Nullable TimeAxis axis(@Nullable Pane server, @Nullable Pane webcam) {
        List<Trace> traces =
                Stream.of(server, webcam)
                        .filter(Objects::nonNull)
                        .map(Pane::trace)
                        .filter(trace -> !trace.isEmpty())
                        .toList();
        if (traces.isEmpty()) {
            return null;
        }
        return new TimeAxis(
                traces.stream()
                        .map(trace -> trace.segments().getFirst().start())
                        .min(Instant::compareTo)
                        .orElseThrow(),
                traces.stream()
                        .map(trace -> trace.segments().getLast().end())
                        .max(Instant::compareTo)
                        .orElseThrow());
    }

    private Block charts(@Nullable Pane pane, @Nullable TimeAxis axis, String which, String none) {
        String title =
                pane == null || pane.address().isEmpty()
                        ? look.say("report.pdf." + which + ".bare")
                        : look.say("report.pdf." + which, pane.address());
        Block below;
        if (pane == null) {
            below = look.muted(look.say(none));
        } else if (axis == null || pane.trace().isEmpty()) {
            below = look.muted(look.say("report.pdf.no_slots"));
        } else {
            below = new PaneColumn(look, pane).charts(axis, curve);
        }
        return new Block.Stack(List.of(look.heading(title), new Block.Gap(3), below));
    }

    private Block figures(@Nullable Pane pane) {
        return pane == null ? new Block.Gap(0) : new PaneColumn(look, pane).figures();
    }

    private void addOutages(List<Block> sections, @Nullable Pane pane, String key) {
        if (pane != null && new PaneColumn(look, pane).hasOutages()) {
            Block table = new PaneColumn(look, pane).outages();
            sections.add(new Block.Stack(List.of(look.heading(look.say(key)), table)));
        }
    }

    private void addPhases(List<Block> sections, @Nullable Pane pane, String key) {
        if (pane != null && new PaneColumn(look, pane).hasPhases()) {
            Block table = new PaneColumn(look, pane).phases();
            sections.add(new Block.Stack(List.of(look.heading(look.say(key)), table)));
        }
    }
}
