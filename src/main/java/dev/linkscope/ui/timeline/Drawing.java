package dev.linkscope.ui.timeline;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.ui.chart.RateChart;
import dev.linkscope.ui.control.ChangeFlag;
import dev.linkscope.ui.control.FlagPainter;
import dev.linkscope.ui.control.ThemeColour;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** A canvas over time that is painted at most once a pulse, and only when something changed. */
abstract class Drawing extends Region {
    private static final double SMALL = 11;
    private static final double LABEL_GAP = 6;

    private final Canvas canvas = new Canvas();
    private final ThemeColour text = colour("lane-text");
    private final ThemeColour grid = colour("lane-grid");
    private final ThemeColour pole = colour("change-flag");
    private Span shown;
    private List<ChangeFlag> flags = List.of();
    private boolean stale = true;

    /**
     * An empty drawing.
     *
     * @param height in pixels
     */
    Drawing(TimeView view, double height) {
        shown = view.shownProperty().get();
        view.shownProperty()
                .subscribe(span -> {
                    shown = span;
                    redraw();
                });
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        getChildren().addAll(text, grid, pole, canvas);
    }

    /** A colour of the sheets that has to be added to the children. */
    final ThemeColour colour(String style) {
        return new ThemeColour(style, this::redraw);
    }

    /** Adds colours to the children. */
    final void use(ThemeColour... colours) {
        getChildren().addAll(0, List.of(colours));
    }

    /** Paints in the next pulse. */
    final void redraw() {
        stale = true;
        requestLayout();
    }

    /** Shows changes and notes. */
    final void showFlags(List<ChangeFlag> changes) {
        if (!changes.equals(flags)) {
            flags = List.copyOf(changes);
            redraw();
        }
    }

    /** Where moments lie now. */
    final TimeAxis axis() {
        return new TimeAxis(
                shown,
                RateChart.LEFT_ROOM,
                Math.max(1, getWidth() - RateChart.LEFT_ROOM - RateChart.RIGHT_ROOM));
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            stale = true;
        }
        if (stale && getWidth() > 0) {
            stale = false;
            GraphicsContext g = canvas.getGraphicsContext2D();
            g.clearRect(0, 0, getWidth(), getHeight());
            g.setFont(Font.font(SMALL));
            g.setTextBaseline(VPos.CENTER);
            paint(g, axis());
        }
    }

    /** Paints everything. */
    abstract void paint(GraphicsContext g, TimeAxis axis);

    /** Paints the flags between two heights. */
    final void paintFlags(GraphicsContext g, TimeAxis axis, double top, double bottom) {
        for (ChangeFlag flag : flags) {
            if (!flag.at().isBefore(shown.from()) && !flag.at().isAfter(shown.to())) {
                double right = axis.left() + axis.width();
                FlagPainter.paint(
                        g, pole.paint(), axis.x(flag.at()), top, bottom, right, flag.kind());
            }
        }
    }

    /** Paints a line across the lane and its label in the room at the left. */
    final void paintLevel(
            GraphicsContext g, TimeAxis axis, double y, String label, boolean dashed) {
        g.setStroke(grid.paint());
        g.setLineWidth(1);
        if (dashed) {
            g.setLineDashes(3, 3);
        }
        double sharp = Math.floor(y) + 0.5;
        g.strokeLine(axis.left(), sharp, axis.left() + axis.width(), sharp);
        g.setLineDashes();
        g.setFill(text.paint());
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(label, axis.left() - LABEL_GAP, Math.clamp(y, SMALL / 2, getHeight()));
    }

    /** Paints a word with its middle at a place. */
    final void paintWord(GraphicsContext g, String word, double x, double y) {
        g.setFill(text.paint());
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(word, x, y);
    }
}
