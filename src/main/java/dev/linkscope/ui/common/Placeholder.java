package dev.linkscope.ui.common;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What stands where there is nothing to show yet, or nothing any more: a sign, what is, what to do
 * next, and at most one button that does it.
 */
public final class Placeholder extends VBox {
    private static final double WIDTH = 420;

    private final FontIcon sign = new FontIcon();
    private final Label what = Nodes.wrapped("nothing-title");
    private final Label next = Nodes.onlyWithText(Nodes.wrapped("muted"));
    private final Button button = new Button();

    /** An empty one. */
    public Placeholder() {
        getStyleClass().add("nothing-here");
        setAlignment(Pos.CENTER);
        sign.getStyleClass().add("empty-icon");
        what.setMaxWidth(WIDTH);
        next.setMaxWidth(WIDTH);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("nothing-button");
        Nodes.show(button, false);
        getChildren().setAll(sign, what, next, button);
    }

    /** Says this. */
    public void say(Ikon ikon, String sentence, String nextStep) {
        sign.setIconCode(ikon);
        what.setText(sentence);
        next.setText(nextStep);
        setAccessibleText(sentence + " " + nextStep);
    }

    /**
     * Offers to do something about it.
     *
     * @param text what the button says; null for no button
     */
    public void offer(@Nullable String text, Runnable action) {
        Nodes.show(button, text != null);
        button.setText(text == null ? "" : text);
        button.setOnAction(event -> action.run());
    }
}
