package dev.linkscope.report.pdf;

import java.io.IOException;

/** Curve and strip of one pane, one above the other on the same time axis. */
record PaneChart(RateChart chart, OutageStrip strip) implements Block {
    /** Left of every drawing of a pane, for labels. */
    static final float LABELS = 22;

    static final float RIGHT = 2;
    private static final float CHART = 74;
    private static final float BETWEEN = 5;

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
