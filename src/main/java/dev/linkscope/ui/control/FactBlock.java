package dev.linkscope.ui.control;

import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.TimeTip;
import dev.linkscope.ui.common.Wording;
import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A small title, a value below it, and a line that explains the value. */
public final class FactBlock extends VBox {
    private final Label value = Nodes.wrapped("fact-value");
    private final Label detail = Nodes.onlyWithText(Nodes.wrapped("muted", "small"));
    private final Label alarm = Nodes.onlyWithText(Nodes.wrapped("alarm", "small"));

    /** A block with its title. */
    public FactBlock(String title) {
        getStyleClass().add("fact");
        setMinWidth(0);
        Label name = Nodes.wrapped("muted", "small");
        name.setText(title);
        getChildren().setAll(name, value, detail, alarm);
    }

    /** Lets the value tell its time in UTC; null for a value without one. */
    public void at(@Nullable Instant time, Wording wording) {
        TimeTip.on(value, time, wording);
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
