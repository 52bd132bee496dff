package dev.linkscope.report.pdf;

import dev.linkscope.domain.loss.RateLimits;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.i18n.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The error-rate curve with its interval, over the limits of the states watch and take action. */
final class RateChart {
    /** Where the axis may end. */
    private static final List<Double> TOPS = List.of(0.25, 0.5, 1.0);

    private static final double HEADROOM = 1.15;
    private static final float LABELS = 11;

    /** Share of the height that a label needs, and a little more than 20 % and 25 % are apart. */
    private static final double APART = 0.21;

    private final TimeAxis axis;
    private final List<RatePoint> curve;
    private final Messages messages;
    private final Type type;
    private final RateLimits limits;
    private final double top;

    RateChart(
            TimeAxis axis, List<RatePoint> curve, RateLimits limits, Messages messages, Type type) {
        this.limits = limits;
        this.axis = axis;
        this.curve = curve;
        this.messages = messages;
        this.type = type;
        double seen = Math.max(highestRate(curve) * HEADROOM, usualHigh(curve));
        double highest = Math.max(seen, limits.takeAction() * HEADROOM);
        this.top = TOPS.stream().filter(limit -> highest <= limit).findFirst().orElse(1.0);
    }

    private static double highestRate(List<RatePoint> curve) {
        double highest = 0;
        for (RatePoint point : curve) {
            // Where nothing was measured the comparison is false.
            highest = point.rate() > highest ? point.rate() : highest;
        }
        return highest;
    }

    /**
     * The median of the intervals' upper ends. The first ones reach up to everything, as after few
     * attempts little is known: those are cut off at the upper edge, not the curve pressed flat.
     */
    private static double usualHigh(List<RatePoint> curve) {
        double[] highs =
                curve.stream()
                        .mapToDouble(RatePoint::high)
                        .filter(high -> !Double.isNaN(high))
                        .sorted()
                        .toArray();
        return highs.length == 0 ? 0 : highs[highs.length / 2];
    }

    /** Draws curve and axes; {@code left} is where the time begins, labels stand before it. */
    void draw(Ink ink, float left, float y, float width, float height) throws IOException {
        float plot = height - LABELS;
        drawCurve(ink, left, y, width, plot);
        for (double limit : lines()) {
            float at = y + level(limit, plot);
            ink.dashed(Palette.GRID, left, left + width, at);
            String label = messages.text("report.pdf.axis.percent", limit);
            ink.textRight(type, Palette.MUTED, left - 4, at - type.size() * 0.6f, label);
        }
        ink.line(Palette.GRID, 0.5f, left, y + plot, left + width, y + plot);
        drawTicks(ink, left, y + plot, width);
    }

    private List<Double> lines() {
        List<Double> lines = new ArrayList<>();
        // No label stands on another.
        if (limits.takeAction() - limits.watch() > APART * top) {
            lines.add(limits.watch());
        }
        lines.add(limits.takeAction());
        if (top - limits.takeAction() > APART * top) {
            lines.add(top);
        }
        return lines;
    }

    private void drawTicks(Ink ink, float left, float y, float width) throws IOException {
        float free = left - 6;
        for (TimeAxis.Tick tick : axis.ticks(messages)) {
            float x = left + axis.share(tick.at()) * width;
            ink.line(Palette.GRID, 0.5f, x, y, x, y + 2);
            float labelWidth = type.width(tick.label());
            float start = Math.min(x - labelWidth / 2, left + width - labelWidth);
            if (start >= free) {
                ink.text(type, Palette.MUTED, start, y + 2.5f, tick.label());
                free = start + labelWidth + 5;
            }
        }
    }

    private void drawCurve(Ink ink, float left, float y, float width, float height)
            throws IOException {
        List<CurveRun> runs = CurveRun.of(curve, axis, Math.round(width * 2));
        for (CurveRun run : runs) {
            int count = run.size();
            float[] xs = new float[2 * count];
            float[] ys = new float[2 * count];
            for (int i = 0; i < count; i++) {
                xs[i] = left + run.share(i) * width;
                xs[2 * count - 1 - i] = xs[i];
                ys[i] = y + level(run.high(i), height);
                ys[2 * count - 1 - i] = y + level(run.low(i), height);
            }
            ink.polygon(Palette.BAND, xs, ys, 2 * count);
        }
        for (CurveRun run : runs) {
            float[] xs = new float[run.size() + 1];
            float[] ys = new float[run.size() + 1];
            for (int i = 0; i < run.size(); i++) {
                xs[i] = left + run.share(i) * width;
                ys[i] = y + level(run.rate(i), height);
            }
            // A lone point becomes a short stroke.
            xs[run.size()] = xs[run.size() - 1] + 0.6f;
            ys[run.size()] = ys[run.size() - 1];
            ink.polyline(Palette.LINE, 1f, xs, ys, run.size() + 1);
        }
    }

    private float level(double rate, float height) {
        return (float) (height - Math.min(rate, top) / top * (height - 4));
    }
}
