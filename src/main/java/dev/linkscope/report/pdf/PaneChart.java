package dev.linkscope.report.pdf;

import java.io.IOException;

/** Curve and strip of one pane, one above the other on the same time axis. */
record PaneChart(RateChart chart, OutageStrip strip) implements Block {
    private static final float CHART = 88;
    private static final float BETWEEN = 5;
    private static final float LABELS = 21;
    private static final float RIGHT = 2;

    @Override
    public float height(float width) {
        return 3 + CHART + BETWEEN + OutageStrip.HEIGHT + BETWEEN;
    }

    @Override
    public void draw(Ink ink, float x, float top, float width) throws IOException {
        float left = x + LABELS;
        float plot = width - LABELS - RIGHT;
        chart.draw(ink, left, top + 3, plot, CHART);
        strip.draw(ink, left, top + 3 + CHART + BETWEEN, plot);
    }
}
