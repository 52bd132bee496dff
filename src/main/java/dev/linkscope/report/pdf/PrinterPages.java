package dev.linkscope.report.pdf;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.report.ChatSummary;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first page of a printer: what is the matter, and what that rests on. */
final class PrinterPages {
    private final Look look;
    private final Sheet sheet;
    private final Made made;
    private final Function<Trace, List<RatePoint>> curve;

    PrinterPages(Look look, Sheet sheet, Made made, Function<Trace, List<RatePoint>> curve) {
        this.look = look;
        this.sheet = sheet;
        this.made = made;
        this.curve = curve;
    }

    void add(Report report, PrinterReport printer) throws IOException {
        String title = look.say("report.pdf.title", printer.name());
        sheet.begin(title);
        sheet.add(new TitleBlock(look.fonts.title, title));
        for (Block panel : new VerdictPanel(look).of(printer)) {
            sheet.add(panel);
        }
        for (Block note : new NotePanel(look).of(report.scope(), printer.details().notes())) {
            sheet.add(new Block.Gap(5));
            sheet.add(note);
        }
        sheet.add(new Block.Gap(5));
        sheet.add(new MeasuredPanel(look, made).of(report, printer));
        if (printer.server() == null && printer.webcam() == null) {
            sheet.add(new Block.Gap(12));
            sheet.add(look.body(look.say("report.pdf.nothing")));
        } else {
            addPanes(printer);
        }
        addLayers(printer);
        addProof(printer);
        TriedSection tried = new TriedSection(look);
        sheet.section(look.heading(look.say("report.pages.tried")), tried.rows(printer));
        addChat(report, printer);
    }

    private void addPanes(PrinterReport printer) throws IOException {
        TimeAxis axis = axis(printer.server(), printer.webcam());
        sheet.add(
                new Block.Pair(
                        pane(printer.server(), axis, "server", "report.pdf.no_server"),
                        pane(printer.webcam(), axis, "webcam", "report.pdf.no_camera")));
        if (axis != null) {
            sheet.add(new Block.Gap(2));
            sheet.add(new Legend(look.tiny, look.messages));
        }
    }

    private Block pane(@Nullable Pane pane, @Nullable TimeAxis axis, String which, String none) {
        String bare = look.say("report.pdf." + which + ".bare");
        String title =
                pane == null || pane.address().isEmpty()
                        ? bare
                        : look.say("report.pdf." + which, pane.address());
        Block below;
        if (pane == null) {
            below = look.muted(look.say(none));
        } else if (axis == null || pane.trace().isEmpty()) {
            below = look.muted(look.say("report.pdf.no_slots"));
        } else {
            below = new PaneColumn(look, pane, bare).of(axis, curve);
        }
        return new Block.Stack(List.of(look.heading(title), new Block.Gap(2), below));
    }

    /** From the first slot of either pane to the end of the last; null without any. */
    static @Nullable TimeAxis axis(@Nullable Pane... panes) {
        List<Trace> traces =
                Stream.of(panes)
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

    private void addLayers(PrinterReport printer) throws IOException {
        List<LayerState> chain = printer.details().chain();
        if (!chain.isEmpty()) {
            var strip = new LayerStrip(look, chain, printer.facts());
            sheet.section(
                    look.heading(look.say("report.pages.layers")),
                    List.of(
                            new Block.Stack(
                                    List.of(
                                            new Block.Gap(1),
                                            new Figure(strip, strip.alternative())))));
        }
    }

    /** Outages and evidence side by side, or what there is of them. */
    private void addProof(PrinterReport printer) throws IOException {
        Block outages = new LongestOutages(look).of(printer);
        Block evidence = new EvidenceSection(look).of(printer.findings());
        if (outages != null && evidence != null) {
            sheet.add(new Block.Pair(outages, evidence));
        } else if (outages != null) {
            sheet.add(outages);
        } else if (evidence != null) {
            sheet.add(evidence);
        }
    }

    private void addChat(Report report, PrinterReport printer) throws IOException {
        var origin =
                new ChatSummary.Origin(
                        made.reportId(), made.toolVersion(), report.simulated(), report.scope());
        List<String> lines = new ChatSummary(look.messages).lines(printer, origin);
        sheet.section(
                look.heading(look.say("report.pdf.chat")),
                List.of(new Panel(new ChatPanel(look.code, lines), Palette.PANEL, null)));
    }
}
