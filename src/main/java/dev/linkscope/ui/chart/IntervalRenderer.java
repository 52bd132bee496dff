package dev.linkscope.ui.chart;

import dev.linkscope.ui.control.ChangeFlag;
import dev.linkscope.ui.control.FlagPainter;
import dev.linkscope.ui.control.ThemeColour;
import io.fair_acc.chartfx.axes.Axis;
import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.LineStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/**
 * Draws the interval of a curve as a plain area below its line. ChartFX fills it with a hatching,
 * which in Linkscope means <em>not measured</em>.
 */
final class IntervalRenderer extends ErrorDataSetRenderer {
    private final UnlockedDataSet curve;
    private final Axis x;
    private final Axis y;
    private final ThemeColour pole;
    private List<ChangeFlag> flags = List.of();

    IntervalRenderer(UnlockedDataSet curve, Axis x, Axis y, ThemeColour pole) {
        this.pole = pole;
        this.x = x;
        this.y = y;
        this.curve = curve;
        setDrawMarker(false);
        setPolyLineStyle(LineStyle.NORMAL);
        setErrorStyle(ErrorStyle.NONE);
        // Without it a point that was not measured is drawn as an error rate of zero.
        setAllowNaNs(true);
        setPointReduction(false);
        getDatasets().add(curve);
    }

    @Override
    protected void render(GraphicsContext g, DataSet data, DataSetNode style) {
        // Marks are not drawn, so their colour is free to be that of the area.
        g.setFill(style.getMarkerColor());
        int start = 0;
        for (int i = 0; i <= curve.getDataCount(); i++) {
            boolean gap = i == curve.getDataCount() || Double.isNaN(curve.get(DataSet.DIM_Y, i));
            if (gap) {
                fill(g, start, i);
                start = i + 1;
            }
        }
        super.render(g, data, style);
        flags.forEach(flag -> paint(g, flag));
    }

    /** Draws these changes from the next drawing on. */
    void flags(List<ChangeFlag> changes) {
        flags = List.copyOf(changes);
    }

    private void paint(GraphicsContext g, ChangeFlag flag) {
        double at = flag.at().toEpochMilli() / 1000.0;
        if (at >= x.getMin() && at <= x.getMax()) {
            FlagPainter.paint(
                    g,
                    pole.paint(),
                    x.getDisplayPosition(at),
                    y.getDisplayPosition(y.getMax()) + 1,
                    y.getDisplayPosition(y.getMin()),
                    x.getDisplayPosition(x.getMax()),
                    flag.kind());
        }
    }

    private void fill(GraphicsContext g, int from, int to) {
        int n = to - from;
        if (n < 2) {
            return;
        }
        double[] xs = new double[2 * n];
        double[] ys = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double rate = curve.get(DataSet.DIM_Y, from + i);
            double at = x.getDisplayPosition(curve.get(DataSet.DIM_X, from + i));
            xs[i] = at;
            xs[2 * n - 1 - i] = at;
            ys[i] = y.getDisplayPosition(rate + curve.getErrorPositive(DataSet.DIM_Y, from + i));
            ys[2 * n - 1 - i] =
                    y.getDisplayPosition(rate - curve.getErrorNegative(DataSet.DIM_Y, from + i));
        }
        g.fillPolygon(xs, ys, 2 * n);
    }
}
