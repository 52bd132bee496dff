package dev.linkscope.ui.control;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

/**
 * Paints changes as flags: a thin line with a full flag where something was changed, an empty one
 * where it was undone, and a dot where something was noted.
 */
public final class FlagPainter {
    private static final double LENGTH = 9;
    private static final double HALF = 3.5;

    private FlagPainter() {}

    /**
     * Paints one flag.
     *
     * @param at where its pole stands
     * @param top its upper end
     * @param bottom its lower end
     * @param right end of the plane: a flag that would leave it flies to the left
     */
    public static void paint(
            GraphicsContext g,
            Paint paint,
            double at,
            double top,
            double bottom,
            double right,
            ChangeFlag.Kind kind) {
        // In the middle of a pixel a thin line is sharp.
        double x = Math.floor(at) + 0.5;
        double tip = x + LENGTH > right ? x - LENGTH : x + LENGTH;
        double[] xs = {x, tip, x};
        double[] ys = {top, top + HALF, top + 2 * HALF};
        g.save();
        g.setLineDashes();
        g.setLineWidth(1);
        g.setStroke(paint);
        g.setFill(paint);
        g.strokeLine(x, top, x, bottom);
        switch (kind) {
            case CHANGE -> g.fillPolygon(xs, ys, xs.length);
            case UNDOING -> g.strokePolygon(xs, ys, xs.length);
            case NOTE -> g.fillOval(x - HALF, top, 2 * HALF, 2 * HALF);
        }
        g.restore();
    }
}
