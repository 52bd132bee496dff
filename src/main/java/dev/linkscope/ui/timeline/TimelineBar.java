package dev.linkscope.ui.timeline;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.common.WrappingRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Chooses what of the time is in view, and reads the moment that is pointed at. */
public final class TimelineBar extends VBox {
    private static final double ZOOM = 2;

    private final TimeView view;
    private final Wording wording;
    private final List<Choice> choices = new ArrayList<>();
    private final Button now = new Button();
    private final Label moment = Nodes.label("fact-value", "read-moment");
    private final Label values = Nodes.wrapped("small", "read-values");
    private final Tooltip utc = new Tooltip();

    private record Choice(Duration length, ToggleButton button) {}

    /** What is read at a moment. */
    interface Reader {
        /** One line for each pane; the second may be empty. */
        List<String> panes(Instant at);

        /** What the Pi told of itself; may be empty. */
        String pi(Instant at);
    }

    private final Reader reader;

    TimelineBar(TimeView view, Wording wording, Reader reader) {
        this.view = view;
        this.wording = wording;
        this.reader = reader;
        getStyleClass().addAll("card", "timeline-bar");
        setId("timeline-bar");
        setMinHeight(USE_PREF_SIZE);
        WrappingRow buttons = buttons();
        moment.setTooltip(utc);
        // Said when asked for: moments change with every turn of a wheel.
        utc.setOnShowing(event -> sayUniversal());
        moment.setMinWidth(0);
        buttons.getChildren().addAll(Nodes.spacer(), moment);
        values.setMinWidth(0);
        getChildren().setAll(buttons, values);
        view.shownProperty().subscribe(span -> shown());
        view.followingProperty().subscribe(is -> shown());
        view.cursorProperty().subscribe(at -> read(at));
    }

    private WrappingRow buttons() {
        var group = new ToggleGroup();
        var row = new WrappingRow();
        row.getStyleClass().add("timeline-buttons");
        var pills = new HBox();
        pills.setMinWidth(USE_PREF_SIZE);
        choose(pills, group, "15m", Duration.ofMinutes(15), "left-pill");
        choose(pills, group, "2h", Duration.ofHours(2), "center-pill");
        choose(pills, group, "24h", Duration.ofHours(24), "center-pill");
        choose(pills, group, "7d", Duration.ofDays(7), "center-pill");
        choose(pills, group, "30d", Duration.ofDays(30), "right-pill");
        now.setId("timeline-now");
        now.setText(wording.text("timeline.now"));
        now.setGraphic(Nodes.icon(MaterialDesignP.PAGE_LAST));
        now.setTooltip(new Tooltip(wording.text("timeline.now.tip")));
        now.getStyleClass().add("small");
        now.setMinWidth(USE_PREF_SIZE);
        now.setOnAction(event -> view.showNow());
        row.getChildren()
                .setAll(
                        pills,
                        zoom("out", MaterialDesignM.MAGNIFY_MINUS_OUTLINE, ZOOM),
                        zoom("in", MaterialDesignM.MAGNIFY_PLUS_OUTLINE, 1 / ZOOM),
                        now);
        return row;
    }

    private void choose(HBox pills, ToggleGroup group, String name, Duration length, String style) {
        var button = new ToggleButton(wording.text("timeline.span." + name));
        button.setId("timeline-" + name);
        button.setToggleGroup(group);
        button.getStyleClass().addAll("small", style);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(wording.text("timeline.span.spoken", length));
        button.setOnAction(event -> {
            view.showLast(length);
            shown();
        });
        pills.getChildren().add(button);
        choices.add(new Choice(length, button));
    }

    private Button zoom(String name, Ikon icon, double factor) {
        var button = new Button();
        button.setId("timeline-zoom-" + name);
        button.setGraphic(Nodes.icon(icon));
        button.getStyleClass().addAll("small", "button-icon");
        String says = wording.text("timeline.zoom." + name);
        button.setAccessibleText(says);
        button.setTooltip(new Tooltip(says));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> view.zoom(factor));
        return button;
    }

    private void shown() {
        boolean following = view.followingProperty().get();
        Nodes.show(now, !following);
        for (Choice choice : choices) {
            choice.button().setSelected(following && choice.length().equals(view.wanted()));
        }
        refresh();
    }

    /** Reads the moment again: there may be more to be told of it. */
    void refresh() {
        read(view.cursorProperty().get());
    }

    private void read(@Nullable Instant at) {
        if (at == null) {
            Span span = view.shownProperty().get();
            moment.setText(
                    wording.text(
                            "timeline.shown",
                            day(span.from()),
                            day(span.to()),
                            wording.span(span.length())));
            values.setText(wording.text("timeline.hint"));
            return;
        }
        String pi = reader.pi(at);
        moment.setText(pi.isEmpty() ? day(at) : wording.text("timeline.read.join", day(at), pi));
        values.setText(String.join("     ", reader.panes(at)));
    }

    private void sayUniversal() {
        Instant at = view.cursorProperty().get();
        Span span = view.shownProperty().get();
        utc.setText(
                at == null
                        ? wording.text(
                                "timeline.shown.utc", universal(span.from()), universal(span.to()))
                        : wording.text("timeline.utc", universal(at)));
    }

    private String day(Instant at) {
        return wording.when(at, view.whole().to());
    }

    private String universal(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(wording.messages().locale())
                .format(at.atOffset(ZoneOffset.UTC));
    }
}
