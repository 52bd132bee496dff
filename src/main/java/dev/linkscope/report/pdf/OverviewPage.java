package dev.linkscope.report.pdf;

import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportFailure;
import dev.linkscope.domain.report.SharedOutage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The first page of a farm's report: every printer on one row, and what they had in common. */
final class OverviewPage {
    private static final int MAX_OUTAGES = 12;

    private final Look look;
    private final Sheet sheet;

    OverviewPage(Look look, Sheet sheet) {
        this.look = look;
        this.sheet = sheet;
    }

    void add(Report report) throws IOException {
        String title = look.say("report.pdf.title.farm", report.printers().size());
        sheet.begin(title);
        sheet.add(new TitleBlock(look.fonts.title, title));
        addShared(report);
        List<Block> rows = new ArrayList<>();
        rows.add(
                new Row(
                        List.of(
                                look.label(0.4, look.say("report.pdf.overview.printer")),
                                look.label(0.3, look.say("report.pdf.overview.server")),
                                look.label(0.3, look.say("report.pdf.overview.webcam")))));
        report.printers().forEach(printer -> rows.add(row(printer)));
        sheet.section(look.heading(look.say("report.pdf.overview")), rows);
    }

    private Row row(PrinterReport printer) {
        ReportFailure error = printer.connection().error();
        if (printer.server() == null && printer.webcam() == null) {
            String why = error == null ? look.say("report.pdf.overview.nothing") : error.message();
            return new Row(
                    List.of(
                            look.cell(0.4, printer.name()),
                            look.cell(0.6, look.say("report.state.unreachable") + ": " + why)));
        }
        return new Row(
                List.of(
                        look.cell(0.4, printer.name()),
                        cell(printer.server(), "report.pdf.overview.nothing"),
                        cell(printer.webcam(), "report.pdf.overview.no_camera")));
    }

    private Row.Cell cell(@Nullable Pane pane, String none) {
        if (pane == null) {
            return look.label(0.3, look.say(none));
        }
        Double rate = pane.figures().errorRate();
        String state = look.panes.state(pane.figures().state());
        return new Row.Cell(
                0.3f,
                look.fonts.body,
                Palette.of(pane.figures().state()),
                rate == null
                        ? state
                        : look.say("report.pdf.overview.pane", state, look.panes.percent(rate)));
    }

    private void addShared(Report report) throws IOException {
        List<SharedOutage> outages = report.sharedOutages();
        if (outages.isEmpty()) {
            return;
        }
        Map<String, String> names =
                report.printers().stream()
                        .collect(
                                Collectors.toMap(
                                        PrinterReport::id, PrinterReport::name, (a, b) -> a));
        List<Block> rows = new ArrayList<>();
        rows.add(look.muted(look.say("report.pdf.shared.note")));
        rows.add(
                new Row(
                        List.of(
                                look.label(0.22, look.say("report.pdf.shared.when")),
                                look.label(0.1, look.say("report.pdf.shared.length")),
                                look.label(0.68, look.say("report.pdf.shared.members")))));
        outages.stream()
                .sorted(Comparator.comparingInt((SharedOutage o) -> o.members().size()).reversed())
                .limit(MAX_OUTAGES)
                .forEach(outage -> rows.add(row(outage, id -> names.getOrDefault(id, id))));
        int more = outages.size() - MAX_OUTAGES;
        if (more > 0) {
            rows.add(new Row(List.of(look.label(1, look.say("report.pdf.shared.more", more)))));
        }
        sheet.section(look.heading(look.say("report.pdf.shared")), rows);
    }

    private Row row(SharedOutage outage, Function<String, String> name) {
        String members = outage.members().stream().map(name).collect(Collectors.joining(", "));
        Duration length = Duration.between(outage.from(), outage.to());
        return new Row(
                List.of(
                        look.cell(0.22, look.times.moment(outage.from())),
                        look.cell(0.1, look.messages.duration(length)),
                        look.cell(
                                0.68,
                                look.say(
                                        "report.pdf.shared.count",
                                        outage.members().size(),
                                        outage.measured(),
                                        members))));
    }
}
