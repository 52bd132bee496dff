package dev.linkscope.ui.common;

import javafx.scene.AccessibleRole;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Says that something goes on: a wheel that turns, or an hourglass where nothing may move. */
public final class BusySign extends StackPane {
    private final FontIcon hourglass = Nodes.icon(MaterialDesignT.TIMER_SAND, "busy-icon");

    /**
     * A sign.
     *
     * @param spoken what goes on, for a screen reader
     * @param styleClasses classes by which the sheets give its size
     */
    public BusySign(String spoken, String... styleClasses) {
        getStyleClass().add("busy-sign");
        getStyleClass().addAll(styleClasses);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setAccessibleText(spoken);
        Motion.reduced(this).subscribe(this::show);
    }

    private void show(boolean still) {
        if (still) {
            getChildren().setAll(hourglass);
        } else {
            var wheel = new ProgressIndicator();
            wheel.setAccessibleText(getAccessibleText());
            getChildren().setAll(wheel);
        }
    }

    /** Whether it turns. */
    public boolean isMoving() {
        return !getChildren().contains(hourglass);
    }
}
