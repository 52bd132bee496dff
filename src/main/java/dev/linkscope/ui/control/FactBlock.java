package dev.linkscope.ui.control;

import dev.linkscope.ui.common.Nodes;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A small title, a value below it, and a line that explains the value. */
public final class FactBlock extends VBox {
    private final Label value = Nodes.wrapped("fact-value");
    private final Label detail = Nodes.onlyWithText(Nodes.wrapped("muted", "small"));
    private final Label alarm = Nodes.onlyWithText(Nodes.wrapped("alarm", "small"));

    /** A block with its title. */
    public FactBlock(String title) {
        getStyleClass().add("fact");
        setMinWidth(0);
        getChildren().setAll(Nodes.labelled(title, "muted", "small"), value, detail, alarm);
    }

    /**
     * Shows a value.
     *
     * @param newDetail explains the value; empty without
     * @param newAlarm what must not be overlooked; empty without
     */
    public void show(String newValue, String newDetail, String newAlarm) {
        value.setText(newValue);
        detail.setText(newDetail);
        alarm.setText(newAlarm);
    }
}
