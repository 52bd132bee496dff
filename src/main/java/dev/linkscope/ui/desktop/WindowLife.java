package dev.linkscope.ui.desktop;

import java.util.function.BooleanSupplier;
import javafx.stage.Stage;

/**
 * Whether closing the window ends the program, or only puts the window away while the symbol in the
 * desktop's bar goes on. Window's thread only.
 */
public final class WindowLife {
    private final Stage stage;
    private final BooleanSupplier canBeCalledBack;
    private final Runnable onEnd;
    private boolean puttingAway;
    private boolean ended;

    /**
     * The life of a window.
     *
     * @param stays whether the user wants the program to go on without its window
     * @param canBeCalledBack whether anything is in sight by which the window can be called back
     * @param onEnd called once, before the window is gone for good
     */
    public WindowLife(
            Stage stage, BooleanSupplier stays, BooleanSupplier canBeCalledBack, Runnable onEnd) {
        this.stage = stage;
        this.canBeCalledBack = canBeCalledBack;
        this.onEnd = onEnd;
        stage.setOnCloseRequest(event -> {
            if (stays.getAsBoolean() && canBeCalledBack.getAsBoolean()) {
                event.consume();
                putAway();
            }
        });
        // Before it is hidden: whoever waits for the end closes what the window still needs.
        stage.setOnHiding(event -> {
            if (!puttingAway) {
                end();
            }
        });
    }

    private void putAway() {
        puttingAway = true;
        stage.hide();
        puttingAway = false;
    }

    /** Brings the window to the front, wherever it is. */
    public void toFront() {
        if (ended) {
            return;
        }
        stage.show();
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** A window that was put away comes back once nothing is left to call it back with. */
    public void look() {
        if (!ended && !stage.isShowing() && !canBeCalledBack.getAsBoolean()) {
            toFront();
        }
    }

    /** Ends the program. */
    public void quit() {
        end();
        stage.hide();
    }

    private void end() {
        if (!ended) {
            ended = true;
            onEnd.run();
        }
    }

    /** Whether the program has ended. */
    public boolean hasEnded() {
        return ended;
    }
}
