package dev.linkscope.ui.timeline;

import dev.linkscope.domain.history.SmokeColumn;
import dev.linkscope.domain.history.SmokeColumn.Smoke;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.ThemeColour;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/**
 * Answer times as smoke: the median as a line, darker where half of them lie, lighter where nine in
 * ten lie. Failures hang from the upper edge, the longer the larger their share. Where nothing was
 * measured nothing is drawn.
 */
final class SmokeDrawing extends Drawing {
    private static final double HEIGHT = 64;
    private static final double TOP = 6;
    private static final double BOTTOM = 5;
    private static final double LIGHT = 0.2;
    private static final double DARK = 0.42;
    private static final double MEDIAN = 1.8;
    private static final double SHORTEST_FAILURE = 4;
    private static final double THINNEST = 1.5;
    private static final double[] TOPS = {
        20, 50, 100, 150, 200, 300, 400, 500, 750, 1_000, 1_500, 2_000, 3_000, 5_000, 7_500
    };

    private final Wording wording;
    private final ThemeColour curve = colour("lane-curve");
    private final ThemeColour failure = colour("timeline-error");
    private List<SmokeColumn> columns = List.of();

    SmokeDrawing(TimeView view, Wording wording) {
        super(view, HEIGHT);
        this.wording = wording;
        use(curve, failure);
    }

    /** Shows columns, oldest first. */
    void show(List<SmokeColumn> newColumns) {
        if (!newColumns.equals(columns)) {
            columns = List.copyOf(newColumns);
            redraw();
        }
    }

    /** The end of the scale that holds all columns in view, in milliseconds. */
    static double top(List<SmokeColumn> columns, TimeAxis axis) {
        double highest = 0;
        for (SmokeColumn column : columns) {
            Smoke smoke = column.smoke();
            if (smoke != null && inView(column, axis)) {
                highest = Math.max(highest, smoke.p95());
            }
        }
        for (double top : TOPS) {
            if (top >= highest) {
                return top;
            }
        }
        return Math.ceil(highest / 5_000) * 5_000;
    }

    private static boolean inView(SmokeColumn column, TimeAxis axis) {
        return column.to().isAfter(axis.shown().from())
                && column.from().isBefore(axis.shown().to());
    }

    @Override
    void paint(GraphicsContext g, TimeAxis axis) {
        double top = top(columns, axis);
        double floor = getHeight() - BOTTOM;
        double scale = (floor - TOP) / top;
        paintLevel(g, axis, TOP, wording.text("timeline.smoke.axis", top), true);
        paintLevel(g, axis, floor, wording.text("timeline.smoke.axis.zero"), false);
        Paint light = faint(LIGHT);
        Paint dark = faint(DARK);
        for (SmokeColumn column : columns) {
            if (!inView(column, axis)) {
                continue;
            }
            double left = Math.max(axis.left(), axis.x(column.from()));
            double right = Math.min(axis.left() + axis.width(), axis.x(column.to()));
            double width = Math.max(THINNEST, right - left);
            Smoke smoke = column.smoke();
            if (smoke != null) {
                paint(
                        g,
                        light,
                        left,
                        width,
                        floor - smoke.p95() * scale,
                        floor - smoke.p5() * scale);
                paint(
                        g,
                        dark,
                        left,
                        width,
                        floor - smoke.p75() * scale,
                        floor - smoke.p25() * scale);
                double middle = floor - smoke.p50() * scale - MEDIAN / 2;
                paint(g, curve.paint(), left, width, middle, middle + MEDIAN);
            }
            if (column.failed() > 0) {
                double share = column.failed() / (double) column.measured();
                double length = SHORTEST_FAILURE + share * (floor - TOP) / 3;
                double thin = Math.min(width, Math.max(THINNEST, width / 2));
                paint(g, failure.paint(), left + (width - thin) / 2, thin, TOP, TOP + length);
            }
        }
        paintFlags(g, axis, 0, floor);
    }

    private static void paint(
            GraphicsContext g, Paint paint, double left, double width, double from, double to) {
        g.setFill(paint);
        g.fillRect(left, from, width, to - from);
    }

    private Paint faint(double strength) {
        return curve.paint() instanceof Color colour
                ? colour.deriveColor(0, 1, 1, strength)
                : curve.paint();
    }
}
