package dev.linkscope.ui.control;

import dev.linkscope.ui.common.Condition;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/** A state as a word in a rounded frame, with its icon and colour. */
public final class StatePill extends Label {
    private final Wording wording;
    private final FontIcon icon = Nodes.icon(Condition.NO_DATA.icon(), "pill-icon");

    /** A pill that says nothing yet. */
    public StatePill(Wording wording) {
        this.wording = wording;
        getStyleClass().add("pill");
        setGraphic(icon);
        setMinWidth(USE_PREF_SIZE);
        show(Condition.NO_DATA);
    }

    /** Shows a condition. */
    public void show(Condition condition) {
        setText(wording.text(condition.key()));
        icon.setIconCode(condition.icon());
        condition.tone().applyTo(this);
    }
}
