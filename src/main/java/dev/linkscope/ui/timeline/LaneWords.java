package dev.linkscope.ui.timeline;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.PaneTimeline;
import dev.linkscope.domain.history.SmokeColumn;
import dev.linkscope.domain.history.SmokeColumn.Smoke;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import java.util.stream.Stream;

/** What lanes say of what is in view, for those who do not see them. */
final class LaneWords {
    private final Wording wording;

    LaneWords(Wording wording) {
        this.wording = wording;
    }

    /** The error rate: at the end of the view, and whether it rose. */
    String rate(String title, PaneTimeline pane, Span shown) {
        List<RatePoint> points =
                pane.curve().stream()
                        .filter(point ->
                                !Double.isNaN(point.rate())
                                        && !point.at().isBefore(shown.from())
                                        && !point.at().isAfter(shown.to()))
                        .toList();
        if (points.isEmpty()) {
            return wording.text("timeline.spoken.rate.none", title);
        }
        RatePoint last = points.getLast();
        return wording.text(
                "timeline.spoken.rate",
                title,
                wording.percent(last.rate()),
                wording.text(trend(points)),
                outages(pane, shown));
    }

    /**
     * A trend is named only where the 95 % intervals of the first and the last quarter lie apart,
     * taken in the mean.
     */
    private static String trend(List<RatePoint> points) {
        int quarter = Math.max(1, points.size() / 4);
        List<RatePoint> first = points.subList(0, quarter);
        List<RatePoint> last = points.subList(points.size() - quarter, points.size());
        if (low(last) > high(first)) {
            return "timeline.trend.rising";
        }
        return high(last) < low(first) ? "timeline.trend.falling" : "timeline.trend.none";
    }

    private static double low(List<RatePoint> points) {
        return points.stream().mapToDouble(RatePoint::low).average().orElse(0);
    }

    private static double high(List<RatePoint> points) {
        return points.stream().mapToDouble(RatePoint::high).average().orElse(0);
    }

    private static long outages(PaneTimeline pane, Span shown) {
        return pane.outages().stream()
                .filter(one -> one.end().isAfter(shown.from()) && one.start().isBefore(shown.to()))
                .count();
    }

    /** Errors in time. */
    String errors(String title, PaneTimeline pane, Span shown, String pattern) {
        return wording.text("timeline.spoken.errors", title, outages(pane, shown), pattern);
    }

    /** Answer times: the middle of the medians and the range of nine in ten. */
    String smoke(String title, PaneTimeline pane, Span shown) {
        double[] medians = inView(pane, shown).stream().mapToDouble(Smoke::p50).sorted().toArray();
        if (medians.length == 0) {
            return wording.text("timeline.spoken.smoke.none", title);
        }
        double highest = inView(pane, shown).stream().mapToDouble(Smoke::p95).max().orElse(0);
        return wording.text("timeline.spoken.smoke", title, medians[medians.length / 2], highest);
    }

    private static List<Smoke> inView(PaneTimeline pane, Span shown) {
        return pane.smoke().stream()
                .filter(one -> one.to().isAfter(shown.from()) && one.from().isBefore(shown.to()))
                .flatMap(one -> Stream.ofNullable(one.smoke()))
                .toList();
    }

    /** Whether any column has answer times. */
    static boolean hasSmoke(List<SmokeColumn> columns) {
        return columns.stream().anyMatch(column -> column.smoke() != null);
    }
}
