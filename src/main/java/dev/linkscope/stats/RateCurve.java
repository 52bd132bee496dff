package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.RatePoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The error rate over time, in a moving window. */
public final class RateCurve {
    /** Points that stand for one column of pixels: its lowest, its highest and its first break. */
    private static final int POINTS_PER_COLUMN = 3;

    private RateCurve() {}

    /**
     * The curve, oldest point first. Thinned out column by column where it has more points than can
     * be drawn: the highest and the lowest of each column stay, so that no peak is lost, and so
     * does the newest.
     *
     * @param window length of the window, at least one cadence; it ends with each slot
     * @param maxPoints most points wanted, at least 4
     */
    public static List<RatePoint> of(Trace trace, Duration window, int maxPoints) {
        return of(trace, window, maxPoints, Instant.MIN);
    }

    /** The same from a moment on; what was before it is in the windows alone. */
    public static List<RatePoint> of(Trace trace, Duration window, int maxPoints, Instant from) {
        if (maxPoints <= POINTS_PER_COLUMN || !window.isPositive()) {
            throw new IllegalArgumentException("a curve needs a window and 4 points");
        }
        List<RatePoint> points = everySlot(trace, window);
        int first = 0;
        while (first < points.size() && !points.get(first).at().isAfter(from)) {
            first++;
        }
        return thinned(points.subList(first, points.size()), maxPoints);
    }

    private static List<RatePoint> everySlot(Trace trace, Duration window) {
        List<RatePoint> points = new ArrayList<>();
        RateWindow moving = new RateWindow(window);
        Instant end = null;
        for (SlotRow row : SlotRow.of(trace)) {
            if (end != null && row.scheduled(0).isAfter(end.plus(window))) {
                points.add(new RatePoint(end.plus(window), Double.NaN, Double.NaN, Double.NaN));
            }
            for (int i = 0; i < row.length(); i++) {
                end = row.endOf(i);
                points.add(moving.add(end, row.at(i), i > 0));
            }
        }
        return points;
    }

    private static List<RatePoint> thinned(List<RatePoint> points, int maxPoints) {
        if (points.size() <= maxPoints) {
            return List.copyOf(points);
        }
        int columns = (maxPoints - 1) / POINTS_PER_COLUMN;
        int last = points.size() - 1;
        List<RatePoint> kept = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) last * column / columns);
            int to = (int) ((long) last * (column + 1) / columns);
            addExtremes(points.subList(from, to), kept);
        }
        kept.add(points.get(last));
        return kept;
    }

    private static void addExtremes(List<RatePoint> column, List<RatePoint> kept) {
        int high = -1;
        int low = -1;
        int gap = -1;
        for (int i = 0; i < column.size(); i++) {
            double rate = column.get(i).rate();
            if (Double.isNaN(rate)) {
                gap = gap < 0 ? i : gap;
                continue;
            }
            high = high < 0 || rate > column.get(high).rate() ? i : high;
            low = low < 0 || rate < column.get(low).rate() ? i : low;
        }
        for (int i = 0; i < column.size(); i++) {
            if (i == high || i == low || i == gap) {
                kept.add(column.get(i));
            }
        }
    }
}
