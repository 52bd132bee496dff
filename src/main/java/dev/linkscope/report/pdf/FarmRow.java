package dev.linkscope.report.pdf;

import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.ReportFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One printer of a farm on one row: how its panes stand, and its outages in time. */
final class FarmRow implements Block {
    private static final double NAME = 0.22;
    private static final double SERVER = 0.2;
    private static final double STRIP = 0.38;
    private static final double WEBCAM = 0.2;
    private static final float STRIP_HEIGHT = 12;
    private static final float BETWEEN = 10;
    private static final int LINES = 2;

    private final Row row;
    private final @Nullable OutageStrip strip;
    private final String alternative;

    private FarmRow(Row row, @Nullable OutageStrip strip, String alternative) {
        this.row = row;
        this.strip = strip;
        this.alternative = alternative;
    }

    /** What the columns are called. */
    static Row head(Look look, @Nullable TimeAxis axis) {
        String span = axis == null ? "" : look.times.span(axis.from(), axis.to());
        return new Row(
                List.of(
                        look.label(NAME, look.say("report.pdf.overview.printer")),
                        look.label(SERVER, look.say("report.pdf.overview.server")),
                        look.label(STRIP, look.say("report.pages.farm.strip", span)),
                        look.label(WEBCAM, look.say("report.pdf.overview.webcam"))));
    }

    /** A printer, its strip on the axis that all of them share. */
    static FarmRow of(Look look, PrinterReport printer, @Nullable TimeAxis axis) {
        List<Row.Cell> cells = new ArrayList<>();
        cells.add(look.cell(NAME, printer.name()));
        ReportFailure error = printer.connection().error();
        Pane server = printer.server();
        if (server == null && printer.webcam() == null) {
            String why = error == null ? look.say("report.pdf.overview.nothing") : error.message();
            String text = look.say("report.pages.farm.unreached", why);
            cells.add(look.cell(1 - NAME, text));
            return new FarmRow(new Row(cells, LINES), null, "");
        }
        cells.add(cell(look, SERVER, server, "report.pdf.overview.nothing"));
        cells.add(look.cell(STRIP, ""));
        cells.add(cell(look, WEBCAM, printer.webcam(), "report.pdf.overview.no_camera"));
        if (server == null || axis == null || server.trace().isEmpty()) {
            return new FarmRow(new Row(cells, LINES), null, "");
        }
        var strip = new OutageStrip(axis, server.trace(), server.figures().outages(), STRIP_HEIGHT);
        return new FarmRow(
                new Row(cells, LINES),
                strip,
                look.say(
                        "report.pages.alt.farm",
                        printer.name(),
                        look.panes.attempts(server.figures()),
                        server.figures().outages().size()));
    }

    private static Row.Cell cell(Look look, double share, @Nullable Pane pane, String none) {
        if (pane == null) {
            return look.label(share, look.say(none));
        }
        Double rate = pane.figures().errorRate();
        String state = look.panes.state(pane.figures().state());
        return new Row.Cell(
                (float) share,
                look.text,
                Palette.of(pane.figures().state()),
                rate == null
                        ? state
                        : look.say("report.pdf.overview.pane", state, look.panes.percent(rate)));
    }

    @Override
    public float height(float width) {
        return Math.max(row.height(width), strip == null ? 0 : STRIP_HEIGHT + 2);
    }

    @Override
    public void draw(Ink ink, float x, float top, float width) throws IOException {
        row.draw(ink, x, top, width);
        OutageStrip outages = strip;
        if (outages != null) {
            float left = x + (float) (NAME + SERVER) * width;
            float y = top + (row.height(width) - STRIP_HEIGHT) / 2 - .6f;
            ink.figure(
                    alternative, () -> outages.draw(ink, left, y, (float) STRIP * width - BETWEEN));
        }
    }
}
