package dev.linkscope.ui.connect;

import dev.linkscope.ui.common.BusySign;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Tone;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.connect.StepLine.Status;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The steps of trying a printer, each with its sign, what was found and how long it took. */
final class StepList extends VBox {
    private final Wording wording;

    StepList(ObservableList<StepLine> steps, Wording wording) {
        this.wording = wording;
        getStyleClass().add("steps");
        steps.addListener(
                (ListChangeListener<StepLine>)
                        change -> getChildren().setAll(steps.stream().map(this::row).toList()));
    }

    private Node row(StepLine line) {
        Label text = Nodes.wrapped();
        text.setText(line.text());
        Label detail = Nodes.onlyWithText(Nodes.wrapped("muted", "small"));
        detail.setText(line.detail());
        if (line.status() == Status.FAILED) {
            text.getStyleClass().add("step-failed");
        } else if (line.status() == Status.PENDING) {
            text.getStyleClass().add("muted");
        }
        Pane words =
                line.status() == Status.DONE ? inOneLine(text, detail) : new VBox(text, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label took = Nodes.label("muted", "small");
        took.setMinWidth(Region.USE_PREF_SIZE);
        if (line.took() != null) {
            took.setText(wording.text("figure.millis", line.took().toMillis()));
        }
        var row = new HBox(sign(line.status()), words, took);
        row.getStyleClass().add("step");
        row.setAlignment(Pos.TOP_LEFT);
        row.setAccessibleText(
                wording.text("step.spoken." + line.status(), line.text(), line.detail()));
        return row;
    }

    private static HBox inOneLine(Label text, Label detail) {
        text.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        var line = new HBox(text, detail);
        line.getStyleClass().add("step-words");
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private Node sign(Status status) {
        Node sign =
                switch (status) {
                    case PENDING -> icon(MaterialDesignC.CIRCLE_OUTLINE, Tone.NEUTRAL);
                    case RUNNING -> new BusySign(wording.text("busy.spoken"));
                    case DONE -> icon(MaterialDesignC.CHECK, Tone.GOOD);
                    case FAILED -> icon(MaterialDesignC.CLOSE, Tone.BAD);
                };
        var box = new StackPane(sign);
        box.getStyleClass().add("step-sign");
        return box;
    }

    private static FontIcon icon(MaterialDesignC ikon, Tone tone) {
        FontIcon icon = Nodes.icon(ikon, "state-icon");
        tone.applyTo(icon);
        return icon;
    }
}
