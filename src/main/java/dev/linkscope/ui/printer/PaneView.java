package dev.linkscope.ui.printer;

import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.ui.chart.RateChart;
import dev.linkscope.ui.common.Condition;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.ChangeFlag;
import dev.linkscope.ui.control.ErrorTimeline;
import dev.linkscope.ui.control.FactBlock;
import dev.linkscope.ui.control.StatePill;
import dev.linkscope.ui.control.TimelineMarks;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One pane of the report: figures, error rate over time, errors in time, answer times. */
final class PaneView extends VBox {
    private final Wording wording;
    private final String title;
    private final Label address = Nodes.label("muted", "small");
    private final StatePill pill;
    private final Label rate = Nodes.label("big-figure");
    private final Label likely = Nodes.wrapped("muted", "small");
    private final Label attempts = Nodes.wrapped("muted", "small");
    private final FactBlock first;
    private final FactBlock last;
    private final FactBlock pattern;
    private final RateChart chart;
    private final ErrorTimeline timeline = new ErrorTimeline();
    private final FactBlock answer;
    private final FactBlock failedWhile;
    private final GridPane footer;
    private final Label caption = Nodes.wrapped("muted", "small");
    private final VBox measured;
    private final VBox empty;
    private final Label nothing = Nodes.label("fact-value");
    private final Label nothingNext = Nodes.wrapped("muted");
    private @Nullable PaneSnapshot shown;
    private String captionKey = "pane.timeline";

    PaneView(String titleKey, Wording wording) {
        this.wording = wording;
        title = wording.text(titleKey);
        pill = new StatePill(wording);
        first = new FactBlock(wording.text("pane.first"));
        last = new FactBlock(wording.text("pane.last"));
        pattern = new FactBlock(wording.text("pane.pattern"));
        answer = new FactBlock(wording.text("pane.answer"));
        failedWhile = new FactBlock(wording.text("pane.failed_while"));
        chart = new RateChart(wording.messages());
        footer = row(answer, failedWhile);
        getStyleClass().addAll("card", "pane");
        setAccessibleRole(AccessibleRole.PARENT);
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox.setMargin(timeline, new Insets(0, RateChart.RIGHT_ROOM, 0, RateChart.LEFT_ROOM));
        measured = new VBox(figures(), row(first, last, pattern), chart, caption, timeline, footer);
        measured.getStyleClass().add("pane-content");
        VBox.setVgrow(measured, Priority.ALWAYS);
        empty = emptyNote();
        getChildren().setAll(header(), measured, empty);
    }

    private HBox header() {
        address.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(address, Priority.ALWAYS);
        Label name = Nodes.labelled(title, "pane-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var header = new HBox(name, address, pill);
        header.getStyleClass().add("pane-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private HBox figures() {
        rate.setMinWidth(Region.USE_PREF_SIZE);
        var beside = new VBox(likely, attempts);
        beside.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(beside, Priority.ALWAYS);
        var figures = new HBox(rate, beside);
        figures.getStyleClass().add("pane-figures");
        figures.setAlignment(Pos.CENTER_LEFT);
        return figures;
    }

    private static GridPane row(FactBlock... blocks) {
        var row = new GridPane();
        row.getStyleClass().add("facts");
        row.setMinHeight(Region.USE_PREF_SIZE);
        for (FactBlock block : blocks) {
            var share = new ColumnConstraints();
            share.setPercentWidth(100.0 / blocks.length);
            row.getColumnConstraints().add(share);
            row.addRow(0, block);
        }
        return row;
    }

    private VBox emptyNote() {
        nothing.setText(wording.text("pane.empty"));
        nothingNext.setText(wording.text("pane.empty.next"));
        nothingNext.setMaxWidth(320);
        var note =
                new VBox(Nodes.icon(Condition.NO_DATA.icon(), "empty-icon"), nothing, nothingNext);
        note.getStyleClass().add("empty-note");
        note.setAlignment(Pos.CENTER);
        VBox.setVgrow(note, Priority.ALWAYS);
        return note;
    }

    /** From now on panes are of reports: where nothing was measured, nothing will come. */
    void recorded() {
        nothing.setText(wording.text("opened.pane.empty"));
        nothingNext.setText(wording.text("opened.pane.empty.next"));
    }

    /** What the user changed and noted, as flags and in words. */
    interface Changes {
        /** The flags. */
        List<ChangeFlag> flags();

        /** Those after {@code from} in words; empty without any. */
        String text(Instant from);
    }

    /** Shows a pane as it stood at {@code now}, with what the user changed and noted. */
    void show(PaneSnapshot pane, Instant now, Changes changes) {
        PaneText text = PaneText.of(title, pane, now, wording);
        boolean nothing = pane.figures().attempts() == 0 && pane.trace().isEmpty();
        Nodes.show(measured, !nothing);
        Nodes.show(empty, nothing);
        address.setText(pane.address());
        pill.show(text.condition());
        rate.setText(text.rate());
        text.condition().tone().applyTo(rate);
        likely.setText(text.likely());
        attempts.setText(text.attempts());
        first.show(text.first(), text.firstAgo(), "");
        last.show(text.last(), text.lastAgo(), text.active());
        first.at(pane.figures().firstError(), wording);
        last.at(pane.figures().lastError(), wording);
        pattern.show(text.pattern(), text.patternDetail(), "");
        answer.show(text.answer(), text.answerRange(), "");
        failedWhile.show(text.failedWhile(), "", "");
        Nodes.show(answer, !text.answer().isEmpty());
        Nodes.show(failedWhile, !text.failedWhile().isEmpty());
        Nodes.show(footer, answer.isVisible() || failedWhile.isVisible());
        chart.setAccessibleText(text.spoken());
        draw(pane, now);
        TimeSpan span = TimeSpan.of(pane.trace(), now);
        chart.showFlags(changes.flags());
        timeline.showFlags(changes.flags(), span.from(), span.to());
        String changed = changes.text(span.from());
        caption.setText(wording.text(captionKey) + changed);
        String spoken = wording.text("pane.timeline.spoken", text.patternDetail());
        timeline.setAccessibleText(spoken + changed);
    }

    private void draw(PaneSnapshot pane, Instant now) {
        if (pane.equals(shown)) {
            return;
        }
        shown = pane;
        TimeSpan span = TimeSpan.of(pane.trace(), now);
        chart.show(pane.curve(), span.from(), span.to());
        TimelineMarks marks =
                TimelineMarks.of(pane.trace(), pane.figures().outages(), span.from(), span.to());
        timeline.show(marks);
        captionKey = marks.blind().isEmpty() ? "pane.timeline" : "pane.timeline.blind";
    }

    /** Draws the chart now, for pictures of windows that were never shown. */
    void drawNow() {
        chart.drawNow();
    }
}
