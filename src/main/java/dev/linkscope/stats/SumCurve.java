package dev.linkscope.stats;

import dev.linkscope.domain.history.Rollup;
import dev.linkscope.domain.loss.Interval;
import dev.linkscope.domain.loss.RatePoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The error rate over time where only sums are left: a point for each column of a chart, with
 * Wilson's interval, which takes failures as independent, as their order is lost.
 */
public final class SumCurve {
    private SumCurve() {}

    /**
     * The curve, oldest point first; NaN where a stretch without measuring begins.
     *
     * @param sums oldest first
     */
    public static List<RatePoint> of(List<Rollup> sums, ColumnGrid grid) {
        var columns = new SmokeColumns(grid);
        columns.add(sums);
        var points = new ArrayList<RatePoint>();
        boolean drawn = false;
        for (int i = 0; i < grid.columns(); i++) {
            Instant end = grid.start(i + 1);
            int measured = columns.measured(i);
            if (measured > 0) {
                double rate = (double) columns.failed(i) / measured;
                Interval likely =
                        columns.failed(i) == 0
                                ? Intervals.errorRate(measured, 0, PairCounts.NONE)
                                : Intervals.wilson(rate, measured);
                points.add(new RatePoint(end, rate, likely.low(), likely.high()));
            } else if (drawn) {
                points.add(new RatePoint(end, Double.NaN, Double.NaN, Double.NaN));
            }
            drawn = measured > 0;
        }
        return points;
    }
}
