package dev.linkscope.ui.farm;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.TextSize;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.HourShare;
import dev.linkscope.ui.control.HourStrip;
import dev.linkscope.ui.control.OutageChart;
import dev.linkscope.ui.control.OutageChart.Span;
import dev.linkscope.ui.control.OutageLine;
import dev.linkscope.ui.control.OutageLine.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Outages of all printers on one clock, and how the hours of the day went. */
final class OutageCard extends VBox {
    private static final double NAMES = 118;
    private static final int DAY = 24;

    /** With fewer hours than that the strip is not yet a picture of the day. */
    private static final int WHOLE_DAY = 20;

    private final ShownFarm board;
    private final Wording wording;
    private final OutageChart chart;
    private final HourStrip hours;
    private final Label day = Nodes.label("muted", "small");
    private final Tooltip dayTip = new Tooltip();
    private final Button whole = new Button();

    OutageCard(ShownFarm board, Wording wording, FarmActions actions) {
        this.board = board;
        this.wording = wording;
        chart = new OutageChart(wording.messages(), this::words, actions::open);
        chart.setId("outages");
        hours =
                new HourStrip(
                        this::words, share -> wording.text("figure.percent.whole", share * 100));
        hours.setId("hours");
        getStyleClass().addAll("card", "outage-card");
        setMinHeight(USE_PREF_SIZE);
        whole.setText(wording.text("farm.chart.whole"));
        whole.setId("whole-span");
        whole.setOnAction(event -> chart.zoom(null));
        chart.setOnZoom(() -> Nodes.show(whole, chart.isZoomed()));
        Nodes.show(whole, false);
        HBox.setHgrow(hours, Priority.ALWAYS);
        day.setTooltip(dayTip);
        day.setWrapText(true);
        TextSize.factor(this)
                .subscribe(factor -> {
                    day.setMinWidth(NAMES * factor.doubleValue());
                    day.setPrefWidth(NAMES * factor.doubleValue());
                });
        var strip = new HBox(day, hours);
        strip.getStyleClass().add("hour-row");
        getChildren().setAll(header(), chart, strip);
        board.pictureProperty().subscribe(picture -> show());
        board.shown().subscribe(this::show);
    }

    private HBox header() {
        Label title = Nodes.labelled(wording.text("farm.chart.title"), "pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label about = Nodes.shortened("muted", "small");
        about.setText(wording.text("farm.chart.about"));
        HBox.setHgrow(about, Priority.ALWAYS);
        about.setMaxWidth(Double.MAX_VALUE);
        whole.setMinWidth(Region.USE_PREF_SIZE);
        whole.getStyleClass().add("slim");
        var header =
                new HBox(title, about, whole, legend("own"), legend("shared"), legend("blind"));
        header.getStyleClass().add("pane-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private Label legend(String what) {
        var key = new Region();
        key.getStyleClass().addAll("legend-key", "legend-" + what);
        Label label = Nodes.labelled(wording.text("farm.chart." + what), "pill", "tone-neutral");
        label.setGraphic(key);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** Shows a part of the time; null for all of it. */
    void zoom(@Nullable Span span) {
        chart.zoom(span);
    }

    /** Gives the chart at most this height. */
    void limit(double height) {
        chart.setMaxHeight(Math.max(chart.minHeight(-1), height));
    }

    private void show() {
        FarmPicture picture = board.pictureProperty().get();
        List<OutageLine> lines = board.lines();
        var span = new Span(picture.from().toEpochMilli(), picture.to().toEpochMilli());
        var together = new ArrayList<Span>();
        picture.view()
                .shared()
                .forEach(shared ->
                        together.add(
                                new Span(
                                        shared.from().toEpochMilli(), shared.to().toEpochMilli())));
        chart.show(lines, together, span, spoken(lines, picture));
        showHours(picture.hours());
    }

    private String spoken(List<OutageLine> lines, FarmPicture picture) {
        long down = lines.stream().filter(line -> line.downMillis() > 0).count();
        return wording.text(
                "farm.chart.spoken",
                lines.size(),
                picture.from(),
                picture.to(),
                down,
                picture.view().shared().size());
    }

    private void showHours(List<HourShare> shares) {
        if (shares.size() != DAY) {
            return;
        }
        hours.show(shares);
        int[] known =
                IntStream.range(0, DAY).filter(hour -> shares.get(hour).measured() > 0).toArray();
        int worst =
                IntStream.of(known)
                        .boxed()
                        .max(Comparator.comparingDouble(hour -> shares.get(hour).share()))
                        .orElse(-1);
        boolean filled = known.length >= WHOLE_DAY;
        day.setText(
                filled ? wording.text("farm.hours") : wording.text("farm.hours.few", known.length));
        dayTip.setText(wording.text(filled ? "farm.hours.tip.whole" : "farm.hours.tip.few"));
        hours.setAccessibleText(
                worst < 0
                        ? wording.text("farm.hours.none")
                        : wording.text(
                                "farm.hours.spoken",
                                known.length,
                                clock(worst, 0),
                                wording.percent(shares.get(worst).share())));
    }

    private String clock(int hour, int minute) {
        return wording.messages().clock().minutes(LocalTime.of(hour, minute));
    }

    private String words(int hour, HourShare share) {
        return share.measured() == 0
                ? wording.text("farm.hours.tip.none", clock(hour, 0), clock(hour, 59))
                : wording.text(
                        "farm.hours.tip",
                        clock(hour, 0),
                        clock(hour, 59),
                        wording.percent(share.share()),
                        share.failed(),
                        share.measured());
    }

    private String words(OutageLine line, Mark mark) {
        Instant from = Instant.ofEpochMilli(mark.from());
        Instant to = Instant.ofEpochMilli(mark.to());
        String what =
                mark.kind() == OutageLine.Kind.BLIND
                        ? blind(mark.reason())
                        : failed(mark.kind(), mark.phase());
        return wording.text(
                "farm.chart.tip", line.name(), from, to, Duration.between(from, to), what);
    }

    private String blind(@Nullable NotMeasured reason) {
        return wording.text(reason == null ? "farm.blind" : "farm.blind." + reason);
    }

    private String failed(OutageLine.Kind kind, @Nullable Phase phase) {
        String what = wording.text("farm.mark." + kind);
        return phase == null
                ? what
                : wording.text("farm.mark.phase", what, wording.text("phase." + phase));
    }
}
