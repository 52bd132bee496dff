package dev.linkscope.report.pdf;

import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.SharedOutage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first page of a farm's report: every printer on one row, and what they had in common. */
final class OverviewPage {
    private static final int MAX_OUTAGES = 12;

    /** Worst first: that is what somebody looks for. */
    private static final List<PaneState> STATES =
            List.of(
                    PaneState.NO_CONNECTION,
                    PaneState.TAKE_ACTION,
                    PaneState.WATCH,
                    PaneState.CLEAN_SO_FAR,
                    PaneState.HEALTHY,
                    PaneState.NO_DATA);

    private final Look look;
    private final Sheet sheet;
    private final Tables tables;

    OverviewPage(Look look, Sheet sheet) {
        this.look = look;
        this.sheet = sheet;
        this.tables = new Tables(sheet);
    }

    void add(Report report) throws IOException {
        List<PrinterReport> printers = report.printers();
        String title = look.say("report.pdf.title.farm", printers.size());
        sheet.begin(title);
        sheet.add(new TitleBlock(look.fonts.title, title));
        if (!printers.isEmpty()) {
            sheet.add(summary(printers));
        }
        for (Block note : new NotePanel(look).of(report.scope(), List.of())) {
            sheet.add(new Block.Gap(6));
            sheet.add(note);
        }
        addShared(report);
        TimeAxis axis = axis(printers);
        List<Block> rows = new ArrayList<>();
        printers.forEach(printer -> rows.add(FarmRow.of(look, printer, axis)));
        tables.add(look.heading(look.say("report.pdf.overview")), FarmRow.head(look, axis), rows);
        var layers = new FarmLayers(look);
        tables.add(
                look.heading(look.say("report.pages.farm.layers")),
                layers.head(),
                layers.rows(printers));
    }

    private static @Nullable TimeAxis axis(List<PrinterReport> printers) {
        return PrinterPages.axis(
                printers.stream()
                        .map(PrinterReport::server)
                        .filter(Objects::nonNull)
                        .toArray(Pane[]::new));
    }

    /** How many stand how, the worst first. */
    private Block summary(List<PrinterReport> printers) {
        Map<PaneState, Integer> counts = new EnumMap<>(PaneState.class);
        int lost = 0;
        for (PrinterReport printer : printers) {
            if (printer.server() == null && printer.webcam() == null) {
                lost++;
            } else {
                counts.merge(VerdictPanel.worst(printer), 1, Integer::sum);
            }
        }
        var said = new StringJoiner(" \u00B7 ");
        if (lost > 0) {
            said.add(
                    look.say(
                            "report.pages.farm.state", lost, look.say("report.state.unreachable")));
        }
        for (PaneState state : STATES) {
            int count = counts.getOrDefault(state, 0);
            if (count > 0) {
                said.add(look.say("report.pages.farm.state", count, look.panes.state(state)));
            }
        }
        PaneState worst =
                lost > 0
                        ? PaneState.NO_CONNECTION
                        : STATES.stream()
                                .filter(counts::containsKey)
                                .findFirst()
                                .orElse(PaneState.NO_DATA);
        return new Panel(
                Words.of(look.lead, Palette.INK, said.toString()),
                Palette.PAPER,
                Palette.of(worst));
    }

    private void addShared(Report report) throws IOException {
        List<SharedOutage> outages = report.sharedOutages();
        Map<String, String> names =
                report.printers().stream()
                        .collect(
                                Collectors.toMap(
                                        PrinterReport::id, PrinterReport::name, (a, b) -> a));
        List<Block> rows = new ArrayList<>();
        outages.stream()
                .sorted(Comparator.comparingInt((SharedOutage o) -> o.members().size()).reversed())
                .limit(MAX_OUTAGES)
                .forEach(outage -> rows.add(row(outage, id -> names.getOrDefault(id, id))));
        int more = outages.size() - MAX_OUTAGES;
        if (more > 0) {
            rows.add(look.muted(look.say("report.pages.farm.shared.more", more)));
        }
        Row head =
                new Row(
                        List.of(
                                look.label(0.18, look.say("report.pdf.shared.when")),
                                look.label(0.1, look.say("report.pdf.shared.length")),
                                look.label(0.72, look.say("report.pdf.shared.members"))));
        Block heading =
                new Block.Stack(
                        List.of(
                                look.heading(look.say("report.pdf.shared")),
                                look.muted(look.say("report.pdf.shared.note"))));
        tables.add(heading, head, rows);
    }

    private Row row(SharedOutage outage, Function<String, String> name) {
        Stream<String> members = outage.members().stream().map(name).sorted();
        Duration length = Duration.between(outage.from(), outage.to());
        return new Row(
                List.of(
                        look.cell(0.18, look.times.moment(outage.from())),
                        look.cell(0.1, look.messages.duration(length)),
                        look.cell(
                                0.72,
                                look.say(
                                        "report.pdf.shared.count",
                                        outage.members().size(),
                                        outage.measured(),
                                        members.collect(Collectors.joining(", "))))));
    }
}
