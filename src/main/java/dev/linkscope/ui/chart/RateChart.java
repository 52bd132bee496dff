package dev.linkscope.ui.chart;

import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.i18n.Messages;
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
    private List<RatePoint> shown = List.of();
    private List<ChangeFlag> flags = List.of();

    /** An empty chart with labels in this language and zone. */
    public RateChart(Messages messages) {
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
        addBand("band-good", 0, ShareAxis.FINE);
        addBand("band-watch", ShareAxis.FINE, ShareAxis.TAKE_ACTION);
        addBand("band-bad", ShareAxis.TAKE_ACTION, 1);
    }

    private void addBand(String id, double from, double to) {
        var band = new YRangeIndicator(share, from, to);
        band.setEditable(false);
        chart.getPlugins().add(band);
        // ChartFX replaces the style classes of its indicators, never their ids.
        band.getChartChildren().forEach(node -> node.setId(id));
    }

    /**
     * Shows a curve over a span.
     *
     * @param points in the order of time
     */
    public void show(List<RatePoint> points, Instant from, Instant to) {
        time.set(from.toEpochMilli() / 1000.0, to.toEpochMilli() / 1000.0);
        if (points.equals(shown)) {
            return;
        }
        shown = points;
        share.fit(
                points.stream()
                        .mapToDouble(RatePoint::rate)
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0));
        fill(points);
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
