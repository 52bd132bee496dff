package dev.linkscope.ui.chart;

import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.i18n.Messages;
import dev.linkscope.ui.common.Direction;
import dev.linkscope.ui.control.ChangeFlag;
import dev.linkscope.ui.control.ThemeColour;
import io.fair_acc.chartfx.plugins.YRangeIndicator;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The error rate over time with its 95 % interval, over the bands of judgement. Where nothing was
 * measured the line has a gap, never a zero. To be used on the window's thread alone.
 */
public final class RateChart extends StackPane {
    /** Room left of the plot for the labels of the rate axis; other strips align with it. */
    public static final double LEFT_ROOM = 44;

    /** Room right of the plot for half of the last time label. */
    public static final double RIGHT_ROOM = 18;

    private final ClockAxis time;
    private final ShareAxis share;
    private final DrawnChart chart;
    private final UnlockedDataSet curve = new UnlockedDataSet("rate");
    private final IntervalRenderer renderer;
    private final YRangeIndicator good;
    private final YRangeIndicator watch;
    private final YRangeIndicator bad;
    private List<RatePoint> shown = List.of();
    private List<ChangeFlag> flags = List.of();

    /** An empty chart with labels in this language and zone. */
    public RateChart(Messages messages) {
        Direction.leftToRight(this);
        time = new ClockAxis(messages);
        share = new ShareAxis(messages);
        chart = new DrawnChart(time, share);
        var pole = new ThemeColour("change-flag", () -> fill(shown));
        renderer = new IntervalRenderer(curve, time, share, pole);
        getStyleClass().add("rate-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(0, 160);
        // Time runs from left to right in every language.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        prepareChart();
        good = addBand("band-good", 0, ShareAxis.FINE);
        watch = addBand("band-watch", ShareAxis.FINE, ShareAxis.TAKE_ACTION);
        bad = addBand("band-bad", ShareAxis.TAKE_ACTION, 1);
        setMargin(chart, new Insets(0, RIGHT_ROOM, 0, 0));
        getChildren().setAll(pole, chart);
    }

    private void prepareChart() {
        chart.setLegendVisible(false);
        chart.setAnimated(false);
        // A cached canvas keeps about 2 MB for each chart that was ever shown.
        chart.getCanvas().setCache(false);
        chart.getGridRenderer().getVerticalMajorGrid().setVisible(false);
        chart.getToolBar().setVisible(false);
        share.setMinWidth(LEFT_ROOM);
        share.setPrefWidth(LEFT_ROOM);
        share.setMaxWidth(LEFT_ROOM);
        chart.getRenderers().setAll(List.of(renderer));
    }

    /**
     * From now on the bands meet at other rates.
     *
     * @param fine below it a pane is fine, as a share
     * @param takeAction above it it is time to act, as a share
     */
    public void limits(double fine, double takeAction) {
        good.setUpperBound(fine);
        watch.setLowerBound(fine);
        watch.setUpperBound(takeAction);
        bad.setLowerBound(takeAction);
        share.limits(fine, takeAction);
    }

    private YRangeIndicator addBand(String id, double from, double to) {
        var band = new YRangeIndicator(share, from, to);
        band.setEditable(false);
        chart.getPlugins().add(band);
        // ChartFX replaces the style classes of its indicators, never their ids.
        band.getChartChildren().forEach(node -> node.setId(id));
        return band;
    }

    /**
     * Shows what of a curve lies in a span.
     *
     * @param points in the order of time
     */
    public void show(List<RatePoint> points, Instant from, Instant to) {
        double left = from.toEpochMilli() / 1000.0;
        double right = to.toEpochMilli() / 1000.0;
        if (time.getMin() != left || time.getMax() != right) {
            time.set(left, right);
        }
        // One more on either side, so that the line goes on to the edge.
        int first = Math.max(0, before(points, from) - 1);
        int last = Math.min(points.size(), before(points, to) + 1);
        List<RatePoint> inView = points.subList(Math.min(first, last), last);
        if (inView.equals(shown)) {
            return;
        }
        shown = List.copyOf(inView);
        double highest = 0;
        for (RatePoint point : shown) {
            highest = Double.isNaN(point.rate()) ? highest : Math.max(highest, point.rate());
        }
        share.fit(highest);
        fill(shown);
    }

    /** How many points lie before a moment. */
    private static int before(List<RatePoint> points, Instant at) {
        int low = 0;
        int high = points.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (points.get(middle).at().isBefore(at)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Shows changes that the user made. */
    public void showFlags(List<ChangeFlag> changes) {
        if (!changes.equals(flags)) {
            flags = List.copyOf(changes);
            renderer.flags(flags);
            fill(shown);
        }
    }

    private void fill(List<RatePoint> points) {
        int n = points.size();
        double[] at = new double[n];
        double[] rate = new double[n];
        double[] below = new double[n];
        double[] above = new double[n];
        for (int i = 0; i < n; i++) {
            RatePoint point = points.get(i);
            at[i] = point.at().toEpochMilli() / 1000.0;
            rate[i] = point.rate();
            below[i] = point.rate() - point.low();
            above[i] = point.high() - point.rate();
        }
        curve.set(at, rate, below, above);
    }

    /** Draws now, for pictures of windows that were never shown. */
    public void drawNow() {
        chart.drawNow();
    }

    /** The chart, for tests that look at what was drawn. */
    Region plot() {
        return chart;
    }
}
