package dev.linkscope.report.pdf;

import java.io.IOException;
import java.util.List;

/**
 * Share of failures by hour of the day: 24 columns from midnight to midnight, hatched where nothing
 * was measured.
 *
 * @param shares what failed in which hour
 * @param title above the columns
 * @param top what the height of a full column means
 */
record HourStrip(HourShares shares, String title, String top, double scale, Type type)
        implements Block {
    private static final List<Double> SCALES = List.of(0.05, 0.2, 0.5, 1.0);
    private static final float COLUMNS = 15;
    private static final float BELOW = 5;
    private static final float MIN_HEIGHT = 1.1f;
    private static final int LABEL_EVERY = 3;

    /** The strip of these shares, on a scale that shows the largest of them. */
    static HourStrip of(HourShares shares, Look look) {
        double worst = shares.share(shares.worst());
        double scale = SCALES.stream().filter(limit -> worst <= limit).findFirst().orElse(1.0);
        return new HourStrip(
                shares,
                look.say("report.pages.hours"),
                look.say("report.pdf.axis.percent", scale),
                scale,
                look.tiny);
    }

    @Override
    public float height(float width) {
        return 2 * type.leading() + COLUMNS + BELOW;
    }

    @Override
    public void draw(Ink ink, float x, float y, float width) throws IOException {
        float left = x + PaneChart.LABELS;
        float plot = width - PaneChart.LABELS - PaneChart.RIGHT;
        ink.text(type, Palette.MUTED, left, y, title);
        float top = y + type.leading();
        ink.textRight(type, Palette.MUTED, left - 4, top - type.size() * .3f, this.top);
        float column = plot / HourShares.HOURS;
        for (int hour = 0; hour < HourShares.HOURS; hour++) {
            column(ink, hour, left + hour * column, top, column - 1);
        }
        ink.line(Palette.GRID, .5f, left, top + COLUMNS, left + plot, top + COLUMNS);
        for (int hour = 0; hour < HourShares.HOURS; hour += LABEL_EVERY) {
            String label = Integer.toString(hour);
            float center = left + hour * column + (column - 1 - type.width(label)) / 2;
            ink.text(type, Palette.MUTED, Math.max(left, center), top + COLUMNS + 1, label);
        }
    }

    private void column(Ink ink, int hour, float x, float top, float width) throws IOException {
        if (shares.measured(hour) == 0) {
            ink.hatch(Palette.GRID, x, top, width, COLUMNS);
            return;
        }
        ink.fill(Palette.TRACK, x, top, width, COLUMNS);
        double share = shares.share(hour);
        if (share > 0) {
            float high = Math.max(MIN_HEIGHT, (float) (COLUMNS * Math.min(1, share / scale)));
            ink.fill(Palette.FAILED, x, top + COLUMNS - high, width, high);
        }
    }
}
