package dev.linkscope.report.pdf;

import dev.linkscope.domain.loss.RatePoint;
import java.util.ArrayList;
import java.util.List;

/**
 * An unbroken stretch of the curve, with at most two points for each column of the paper: the
 * lowest and the highest rate there. It ends where nothing was measured.
 */
final class CurveRun {
    private record Dot(float share, double rate, double low, double high) {}

    private final List<Dot> dots = new ArrayList<>();

    private CurveRun() {}

    /** The stretches of a curve on an axis of that many columns. */
    static List<CurveRun> of(List<RatePoint> curve, TimeAxis axis, int columns) {
        List<CurveRun> runs = new ArrayList<>();
        CurveRun run = new CurveRun();
        List<RatePoint> column = new ArrayList<>();
        int current = -1;
        for (RatePoint point : curve) {
            boolean blind = Double.isNaN(point.rate());
            int at = (int) (axis.share(point.at()) * columns);
            if (blind || at != current) {
                run.add(column, axis);
                column.clear();
            }
            if (blind) {
                run = run.endInto(runs);
            } else {
                column.add(point);
            }
            current = at;
        }
        run.add(column, axis);
        run.endInto(runs);
        return runs;
    }

    int size() {
        return dots.size();
    }

    float share(int i) {
        return dots.get(i).share();
    }

    double rate(int i) {
        return dots.get(i).rate();
    }

    double low(int i) {
        return dots.get(i).low();
    }

    double high(int i) {
        return dots.get(i).high();
    }

    /** Adds a column's mean; its band holds every rate and every interval there. */
    private void add(List<RatePoint> column, TimeAxis axis) {
        if (column.isEmpty()) {
            return;
        }
        double mean = column.stream().mapToDouble(RatePoint::rate).average().orElseThrow();
        double low = mean;
        double high = mean;
        for (RatePoint point : column) {
            // An interval that is not known is NaN, which no comparison is true for.
            low = point.low() < low ? point.low() : Math.min(low, point.rate());
            high = point.high() > high ? point.high() : Math.max(high, point.rate());
        }
        dots.add(new Dot(axis.share(column.getFirst().at()), mean, low, high));
    }

    private CurveRun endInto(List<CurveRun> runs) {
        if (dots.isEmpty()) {
            return this;
        }
        runs.add(this);
        return new CurveRun();
    }
}
