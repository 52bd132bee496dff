package dev.linkscope.ui.control;

import dev.linkscope.ui.control.ClockTicks.Tick;
import dev.linkscope.ui.control.OutageLine.Mark;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws the rows of the chart of outages that are in view, and nothing else. */
final class OutagePainter {
    /** A single failure in a long span must still be seen. */
    private static final double THINNEST_MARK = 2;

    private static final double TICKS_APART = 110;
    private static final int NAME_LENGTH = 17;
    private static final double FONT_SIZE = 11;

    private final ThemeColour track;
    private final ThemeColour own;
    private final ThemeColour error;
    private final ThemeColour shared;
    private final ThemeColour column;
    private final ThemeColour blind;
    private final ThemeColour grid;
    private final ThemeColour text;
    private final ThemeColour strong;
    private final ThemeColour cursor;
    private final Hatching hatching = new Hatching();

    OutagePainter(Runnable onChange) {
        track = new ThemeColour("timeline-track", onChange);
        own = new ThemeColour("outage-own", onChange);
        error = new ThemeColour("timeline-error", onChange);
        shared = new ThemeColour("outage-shared", onChange);
        column = new ThemeColour("outage-column", onChange);
        blind = new ThemeColour("timeline-blind", onChange);
        grid = new ThemeColour("outage-grid", onChange);
        text = new ThemeColour("outage-text", onChange);
        strong = new ThemeColour("outage-strong-text", onChange);
        cursor = new ThemeColour("outage-cursor", onChange);
    }

    /** The nodes that bring the colours; they have to be in the scene. */
    List<Node> colours() {
        return List.of(track, own, error, shared, column, blind, grid, text, strong, cursor);
    }

    /**
     * Draws.
     *
     * @param together spans lit through all rows
     * @param at index of the row with the cursor; -1 for none
     */
    void draw(
            GraphicsContext g,
            OutageGeometry where,
            List<OutageLine> lines,
            List<OutageChart.Span> together,
            ClockTicks clock,
            int at) {
        g.clearRect(0, 0, where.width(), where.height());
        g.setFont(Font.font(FONT_SIZE * where.larger()));
        g.setTextBaseline(VPos.CENTER);
        double bottom = where.top(where.end() - 1) + where.bar();
        for (int row = where.first(); row < where.end(); row++) {
            drawTrack(g, where, row, row == at);
        }
        drawTime(g, where, clock, bottom);
        g.setFill(column.paint());
        for (OutageChart.Span span : together) {
            if (where.shows(span.from(), span.to())) {
                double left = where.x(span.from());
                g.fillRect(left, 0, width(where, span.from(), span.to()), bottom + 3);
            }
        }
        for (int row = where.first(); row < where.end(); row++) {
            drawRow(g, where, lines.get(row), row, row == at);
        }
    }

    private void drawTrack(GraphicsContext g, OutageGeometry where, int row, boolean underCursor) {
        if (underCursor) {
            g.setFill(cursor.paint());
            g.fillRoundRect(
                    0,
                    where.top(row) - (where.row() - where.bar()) / 2,
                    where.width(),
                    where.row(),
                    6,
                    6);
        }
        g.setFill(track.paint());
        g.fillRoundRect(
                where.left(), where.top(row), where.right() - where.left(), where.bar(), 4, 4);
    }

    private void drawTime(
            GraphicsContext g, OutageGeometry where, ClockTicks clock, double bottom) {
        int most = (int) ((where.right() - where.left()) / (TICKS_APART * where.larger()));
        g.setTextAlign(TextAlignment.CENTER);
        for (Tick tick : clock.of(where.from(), where.to(), most)) {
            double x = where.x(tick.at());
            g.setFill(grid.paint());
            g.fillRect(Math.rint(x), 0, 1, bottom + 4);
            g.setFill(text.paint());
            g.fillText(tick.label(), x, bottom + 4 + where.axis() / 2);
        }
        g.setTextAlign(TextAlignment.LEFT);
    }

    private void drawRow(
            GraphicsContext g,
            OutageGeometry where,
            OutageLine line,
            int row,
            boolean underCursor) {
        g.setFill(underCursor ? strong.paint() : text.paint());
        g.fillText(shortened(line.name()), 2, where.top(row) + where.bar() / 2);
        double top = where.top(row);
        for (Mark mark : line.marks()) {
            if (where.shows(mark.from(), mark.to())) {
                g.setFill(paint(mark.kind()));
                double left = where.x(mark.from());
                double width = width(where, mark.from(), mark.to());
                if (mark.kind() == OutageLine.Kind.BLIND) {
                    g.fillRect(left, top, width, where.bar());
                } else {
                    g.fillRoundRect(left, top, width, where.bar(), 3, 3);
                }
            }
        }
    }

    private Paint paint(OutageLine.Kind kind) {
        return switch (kind) {
            case BLIND -> hatching.in(blind.paint());
            case ERROR -> error.paint();
            case OWN -> own.paint();
            case SHARED -> shared.paint();
        };
    }

    private static double width(OutageGeometry where, long from, long to) {
        return Math.max(THINNEST_MARK, where.x(to) - where.x(from));
    }

    private static String shortened(String name) {
        return name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH - 1) + "…";
    }
}
