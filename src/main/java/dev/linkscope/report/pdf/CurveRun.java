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

    private void add(List<RatePoint> column, TimeAxis axis) {
        if (column.isEmpty()) {
            return;
        }
        float share = axis.share(column.getFirst().at());
        double low = column.stream().mapToDouble(RatePoint::low).min().orElseThrow();
        double high = column.stream().mapToDouble(RatePoint::high).max().orElseThrow();
        double least = column.stream().mapToDouble(RatePoint::rate).min().orElseThrow();
        double most = column.stream().mapToDouble(RatePoint::rate).max().orElseThrow();
        dots.add(new Dot(share, least, finite(low, least), finite(high, least)));
        if (most > least) {
            dots.add(new Dot(share, most, finite(low, most), finite(high, most)));
        }
    }

    /** A rate may be known without its interval. */
    private static double finite(double value, double instead) {
        return Double.isNaN(value) ? instead : value;
    }

    private CurveRun endInto(List<CurveRun> runs) {
        if (dots.isEmpty()) {
            return this;
        }
        runs.add(this);
        return new CurveRun();
    }
}
