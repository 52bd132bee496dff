package dev.linkscope.ui.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.Axis;

/** A chart that can be drawn at once, for pictures of windows that were never shown. */
final class DrawnChart extends XYChart {
    DrawnChart(Axis x, Axis y) {
        super(x, y);
    }

    /**
     * Draws now. ChartFX draws after the layout of a pulse, and a scene that is not shown has none.
     * The second round sees the sizes that the first one found.
     */
    void drawNow() {
        for (int round = 0; round < 3; round++) {
            runPreLayout();
            applyCss();
            layout();
            runPostLayout();
        }
    }
}
