package dev.linkscope.ui.common;

import dev.linkscope.ui.common.Shortcut.Place;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
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
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All keys of the window, by the place where they work. */
public final class ShortcutsCard extends VBox {
    private final Wording wording;
    private final Button close = new Button();

    /**
     * A card.
     *
     * @param onClose takes it away
     */
    public ShortcutsCard(Wording wording, Runnable onClose) {
        this.wording = wording;
        setId("shortcuts");
        getStyleClass().addAll("dialog-card", "shortcuts-card");
        setMaxHeight(USE_PREF_SIZE);
        var places = new VBox();
        places.getStyleClass().add("dialog-body");
        for (Place place : Place.values()) {
            places.getChildren()
                    .addAll(Nodes.labelled(wording.text(place.key()), "step-title"), grid(place));
        }
        var scroll = new ScrollPane(places);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("dialog-scroll");
        scroll.setAccessibleText(wording.text("shortcut.title"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        close.setId("shortcuts-close");
        close.setText(wording.text("shortcut.close.card"));
        close.setCancelButton(true);
        close.setDefaultButton(true);
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(event -> onClose.run());
        var buttons = new HBox(Nodes.spacer(), close);
        buttons.getStyleClass().add("buttons");
        getChildren()
                .setAll(
                        Nodes.labelled(wording.text("shortcut.title"), "dialog-title"),
                        scroll,
                        buttons);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F1) {
                onClose.run();
                event.consume();
            }
        });
    }

    private Node grid(Place place) {
        var grid = new GridPane();
        grid.getStyleClass().add("form");
        var keys = new ColumnConstraints();
        keys.setHalignment(HPos.LEFT);
        keys.setMinWidth(USE_PREF_SIZE);
        var words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(keys, words);
        int row = 0;
        for (Shortcut one : place.shortcuts()) {
            Label key = Nodes.labelled(one.shown(), "key-cap");
            key.setMinWidth(USE_PREF_SIZE);
            Label does = Nodes.wrapped();
            does.setText(wording.text(one.key()));
            GridPane.setValignment(key, VPos.TOP);
            grid.addRow(row++, key, does);
        }
        return grid;
    }

    /** Puts the cursor into the card. */
    public void focusFirst() {
        close.requestFocus();
    }

    /** Opens the card above everything else, unless it is open. */
    public static void open(Overlay overlay, Wording wording) {
        if (overlay.lookup("#shortcuts") != null) {
            return;
        }
        var place = new StackPane();
        place.setPickOnBounds(false);
        place.setAlignment(Pos.CENTER);
        place.getStyleClass().add("dialog-place");
        var card = new ShortcutsCard(wording, () -> overlay.close(place));
        place.getChildren().setAll(card);
        overlay.openAbove(place, card::focusFirst);
    }
}
