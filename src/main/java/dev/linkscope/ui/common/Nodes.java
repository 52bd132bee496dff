package dev.linkscope.ui.common;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Nodes that every view needs. */
public final class Nodes {
    /** Frame and room around the rows of a list. */
    private static final double FRAME = 4;

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

    /**
     * A label of one line whose text may be longer than its place: resting on it tells the whole.
     */
    public static Label shortened(String... styleClasses) {
        Label label = label(styleClasses);
        var whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(420);
        whole.textProperty().bind(label.textProperty());
        label.setTooltip(whole);
        label.setMinWidth(0);
        return label;
    }

    /** An icon that takes colour and size from the sheets. */
    public static FontIcon icon(Ikon ikon, String... styleClasses) {
        var icon = new FontIcon(ikon);
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }

    /** Makes a list as high as so many of its rows, whose height comes from the sheets. */
    public static void keepRows(ListView<?> list, int rows) {
        DoubleBinding height = height(list, rows);
        list.minHeightProperty().bind(height);
        list.prefHeightProperty().bind(height);
        list.maxHeightProperty().bind(height);
    }

    /** Height of so many rows of a list. */
    public static DoubleBinding height(ListView<?> list, int rows) {
        return Bindings.createDoubleBinding(
                () -> Math.max(0, list.getFixedCellSize()) * rows + FRAME,
                list.fixedCellSizeProperty());
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
