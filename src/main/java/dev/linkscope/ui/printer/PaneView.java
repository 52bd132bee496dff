package dev.linkscope.ui.printer;

import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.ui.common.Condition;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.TextSize;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.FactBlock;
import dev.linkscope.ui.control.StatePill;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One pane of the report: figures, and its lanes over the shared clock. */
final class PaneView extends VBox {
    /** From this width on the figures of a pane fit into one row. */
    private static final double IN_ONE_ROW = 530;

    private final Wording wording;
    private final String title;
    private final Label address = Nodes.shortened("muted", "small");
    private final StatePill pill;
    private final Label rate = Nodes.label("big-figure");
    private final Label likely = Nodes.wrapped("muted", "small");
    private final Label attempts = Nodes.wrapped("muted", "small");
    private final FactBlock first;
    private final FactBlock last;
    private final FactBlock pattern;
    private final GridPane told = new GridPane();
    private final VBox figures = new VBox();
    private final FactBlock answer;
    private final FactBlock failedWhile;
    private final GridPane footer;
    private final VBox measured;
    private final VBox empty;
    private final Label nothing = Nodes.label("fact-value");
    private final Label nothingNext = Nodes.wrapped("muted");

    /**
     * A pane that shows nothing yet.
     *
     * @param lanes its charts
     */
    PaneView(String titleKey, Wording wording, Node lanes) {
        this.wording = wording;
        title = wording.text(titleKey);
        pill = new StatePill(wording);
        first = new FactBlock(wording.text("pane.first"));
        last = new FactBlock(wording.text("pane.last"));
        pattern = new FactBlock(wording.text("pane.pattern"));
        answer = new FactBlock(wording.text("pane.answer"));
        failedWhile = new FactBlock(wording.text("pane.failed_while"));
        footer = row(answer, failedWhile);
        getStyleClass().addAll("card", "pane");
        setAccessibleRole(AccessibleRole.PARENT);
        VBox.setVgrow(lanes, Priority.ALWAYS);
        rate.setMinWidth(Region.USE_PREF_SIZE);
        told.getStyleClass().addAll("facts", "pane-told");
        told.setMinHeight(Region.USE_PREF_SIZE);
        // Four blocks in a row must not keep the pane too wide to have three.
        told.setMinWidth(0);
        TextSize.isNarrow(this, IN_ONE_ROW).subscribe(narrow -> arrange(!narrow));
        measured = new VBox(told, lanes, footer);
        measured.getStyleClass().add("pane-content");
        VBox.setVgrow(measured, Priority.ALWAYS);
        empty = emptyNote();
        getChildren().setAll(header(), measured, empty);
    }

    /** In a wide pane the rate stands beside what explains it, else above it. */
    private void arrange(boolean wide) {
        if (wide) {
            figures.getChildren().setAll(rate, likely, attempts);
        } else {
            var beside = new VBox(likely, attempts);
            beside.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(beside, Priority.ALWAYS);
            var row = new HBox(rate, beside);
            row.getStyleClass().add("pane-figures");
            row.setAlignment(Pos.CENTER_LEFT);
            figures.getChildren().setAll(row);
        }
        int blocks = wide ? 4 : 3;
        var share = new ColumnConstraints();
        share.setPercentWidth(100.0 / blocks);
        told.getColumnConstraints().setAll(Collections.nCopies(blocks, share));
        told.getChildren().clear();
        told.add(figures, 0, 0, wide ? 1 : blocks, 1);
        List<FactBlock> facts = List.of(first, last, pattern);
        for (int i = 0; i < facts.size(); i++) {
            told.add(facts.get(i), wide ? i + 1 : i, wide ? 0 : 1);
        }
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

    /** Shows a pane as it stood at {@code now}. */
    void show(PaneSnapshot pane, Instant now) {
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
        setAccessibleText(text.spoken());
    }
}
