package dev.linkscope.ui.common;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A note at the lower edge of the window, with at most one thing to do about it. */
public final class Toast extends HBox {
    private final Label message = Nodes.wrapped("toast-text");
    private final BusySign progress = new BusySign("", "toast-busy");
    private final Button action = new Button();
    private final PauseTransition life = new PauseTransition();
    private @Nullable Runnable onGone;

    /** A note that is not shown yet. */
    public Toast(String closeText) {
        getStyleClass().add("toast");
        setId("toast");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        message.setMaxWidth(520);
        action.setId("toast-action");
        action.setMinWidth(USE_PREF_SIZE);
        var close = new Button();
        close.getStyleClass().addAll("flat", "button-icon");
        close.setGraphic(Nodes.icon(MaterialDesignC.CLOSE, "muted-icon"));
        close.setAccessibleText(closeText);
        close.setOnAction(event -> hide());
        life.setOnFinished(event -> hide());
        getChildren().setAll(message, progress, action, close);
        Nodes.show(this, false);
    }

    /**
     * Shows a note for a while.
     *
     * @param text what to say
     * @param actionText what can be done about it; null if nothing
     * @param onAction does it
     * @param onClosed called when the note goes without that having been done
     */
    public void show(
            String text, @Nullable String actionText, Runnable onAction, Runnable onClosed) {
        replace(text, false);
        Nodes.show(action, actionText != null);
        action.setText(actionText == null ? "" : actionText);
        action.setOnAction(event -> {
            onGone = null;
            hide();
            onAction.run();
        });
        onGone = onClosed;
        life.setDuration(Duration.seconds(8));
        life.playFromStart();
    }

    /** Does what the note offers, if it offers anything. */
    public void act() {
        if (isVisible() && action.isVisible()) {
            action.fire();
        }
    }

    /** Shows a note about which nothing is to be done. */
    public void say(String text) {
        show(text, null, () -> {}, () -> {});
    }

    /** Shows a note with a moving bar until another note replaces it. */
    public void showBusy(String text) {
        replace(text, true);
        Nodes.show(action, false);
    }

    private void replace(String text, boolean busy) {
        hide();
        message.setText(text);
        setAccessibleText(text);
        progress.setAccessibleText(text);
        Nodes.show(progress, busy);
        Nodes.show(this, true);
    }

    /** Takes the note away. */
    public void hide() {
        life.stop();
        Nodes.show(this, false);
        Runnable gone = onGone;
        onGone = null;
        if (gone != null) {
            gone.run();
        }
    }
}
