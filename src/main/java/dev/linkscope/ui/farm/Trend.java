package dev.linkscope.ui.farm;

import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.engine.PaneSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The error rate of the last two hours at the size of a word. */
final class Trend {
    /** What it shows. */
    static final Duration SPAN = Duration.ofHours(2);

    private static final int POINTS = 48;

    private Trend() {}

    /** Rates at equal distances until {@code now}; NaN where nobody measured. */
    static List<Double> of(PaneSnapshot pane, Instant now) {
        List<RatePoint> curve = pane.curve();
        long step = SPAN.toMillis() / POINTS;
        long reach = step + 2 * distance(curve);
        long end = now.toEpochMilli();
        var rates = new ArrayList<Double>(POINTS);
        int next = 0;
        for (int i = POINTS - 1; i >= 0; i--) {
            long at = end - i * step;
            while (next < curve.size() && millis(curve, next) <= at) {
                next++;
            }
            boolean near = next > 0 && at - millis(curve, next - 1) <= reach;
            rates.add(near ? curve.get(next - 1).rate() : Double.NaN);
        }
        return rates;
    }

    private static long distance(List<RatePoint> curve) {
        return curve.size() < 2
                ? 0
                : (millis(curve, curve.size() - 1) - millis(curve, 0)) / (curve.size() - 1);
    }

    private static long millis(List<RatePoint> curve, int index) {
        return curve.get(index).at().toEpochMilli();
    }
}
