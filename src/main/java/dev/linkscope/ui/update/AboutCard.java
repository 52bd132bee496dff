package dev.linkscope.ui.update;

import dev.linkscope.ui.common.CopiedText;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What this program is: its version, what it runs on, where its data are, whose work is in it. */
public final class AboutCard extends VBox {
    private final Wording wording;
    private final Button close = new Button();
    private final Label copied = Nodes.onlyWithText(Nodes.label("small", "muted"));

    /**
     * Something that can be told of this program.
     *
     * @param name in a word or two
     * @param value as it is copied
     */
    public record Line(String name, String value) {}

    /**
     * A card.
     *
     * @param lines what is to be told, in order
     * @param updates says whether there is a newer release
     * @param onClose takes the card away
     */
    public AboutCard(Wording wording, List<Line> lines, Node updates, Runnable onClose) {
        this.wording = wording;
        setId("about");
        getStyleClass().addAll("dialog-card", "about-card");
        setMaxHeight(USE_PREF_SIZE);
        Label what = Nodes.wrapped("muted");
        what.setText(wording.text("about.what"));
        Label licences = Nodes.wrapped("small");
        licences.setText(wording.text("preferences.licences.text"));
        var body =
                new VBox(
                        what,
                        grid(lines),
                        Nodes.labelled(wording.text("update.title"), "step-title"),
                        updates,
                        Nodes.labelled(wording.text("preferences.licences"), "step-title"),
                        licences);
        body.getStyleClass().add("dialog-body");
        var scroll = new Wrapped(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("dialog-scroll");
        scroll.setAccessibleText(wording.text("about.title"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren()
                .setAll(
                        Nodes.labelled(wording.text("about.title"), "dialog-title"),
                        scroll,
                        buttons(lines, onClose));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                onClose.run();
                event.consume();
            }
        });
    }

    private static Node grid(List<Line> lines) {
        var grid = new GridPane();
        grid.getStyleClass().addAll("form", "about-lines");
        var names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        int row = 0;
        for (Line line : lines) {
            Label name = Nodes.labelled(line.name(), "muted");
            Label value = Nodes.wrapped();
            value.setText(line.value());
            GridPane.setValignment(name, VPos.TOP);
            grid.addRow(row++, name, value);
        }
        return grid;
    }

    private Node buttons(List<Line> lines, Runnable onClose) {
        var copy = new Button(wording.text("about.copy"));
        copy.setId("about-copy");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(event -> {
            CopiedText.put(
                    lines.stream()
                            .map(line -> line.name() + ": " + line.value())
                            .collect(Collectors.joining("\n")));
            copied.setText(wording.text("preferences.copied"));
        });
        close.setText(wording.text("preferences.close"));
        close.setId("about-close");
        close.setMinWidth(USE_PREF_SIZE);
        close.setCancelButton(true);
        close.setOnAction(event -> onClose.run());
        var buttons = new HBox(copy, copied, Nodes.spacer(), close);
        buttons.getStyleClass().add("buttons");
        return buttons;
    }

    /** Puts the cursor into the card. */
    public void focusFirst() {
        close.requestFocus();
    }

    /** As high as its lines are once they are broken, as far as the window has room. */
    private static final class Wrapped extends ScrollPane {
        private final Region body;

        Wrapped(Region body) {
            super(body);
            this.body = body;
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return snappedTopInset() + body.prefHeight(width) + snappedBottomInset();
        }
    }
}
