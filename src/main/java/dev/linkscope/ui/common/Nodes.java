package dev.linkscope.ui.common;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Nodes that every view needs. */
public final class Nodes {
    private Nodes() {}

    /** A label that wraps. */
    public static Label wrapped(String... styleClasses) {
        Label label = label(styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A label of one line. */
    public static Label label(String... styleClasses) {
        var label = new Label();
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /** A label of one line with a text. */
    public static Label labelled(String text, String... styleClasses) {
        Label label = label(styleClasses);
        label.setText(text);
        return label;
    }

    /** An icon that takes colour and size from the sheets. */
    public static FontIcon icon(Ikon ikon, String... styleClasses) {
        var icon = new FontIcon(ikon);
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }

    /** Takes the room that is left in a row. */
    public static Region spacer() {
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    /** Shows or hides a node together with the room it takes. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Hides a label together with its room while its text is empty. */
    public static <T extends Label> T onlyWithText(T label) {
        label.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !label.getText().isEmpty(), label.textProperty()));
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
