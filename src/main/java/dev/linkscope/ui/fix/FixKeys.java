package dev.linkscope.ui.fix;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Keys of the wizard: Enter does what has the cursor, or the likeliest; Esc closes; Alt with an
 * arrow goes a step back or on; Tab goes round within the card.
 */
final class FixKeys {
    private final Parent card;
    private final ButtonRow buttons;
    private final Consumer<FixCommand> perform;
    private final BooleanSupplier working;

    FixKeys(Parent card, ButtonRow buttons, Consumer<FixCommand> perform, BooleanSupplier working) {
        this.card = card;
        this.buttons = buttons;
        this.perform = perform;
        this.working = working;
    }

    /** Listens to the keys of the card. */
    void listen() {
        card.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** What takes the cursor first. */
    private static Optional<Node> first(Node at) {
        if (!at.isVisible() || at.isDisabled()) {
            return Optional.empty();
        }
        if (at.isFocusTraversable()) {
            return Optional.of(at);
        }
        return at instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(FixKeys::first)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> {
                perform.accept(FixCommand.CLOSE);
                event.consume();
            }
            case ENTER -> enter(event);
            case TAB -> {
                // Behind the last button lies the window, which is out of reach.
                if (!event.isShiftDown() && event.getTarget().equals(buttons.primary())) {
                    first(card).ifPresent(Node::requestFocus);
                    event.consume();
                }
            }
            case LEFT, RIGHT -> {
                if (event.isAltDown()) {
                    boolean left = event.getCode() == KeyCode.LEFT;
                    go(left ? FixCommand.BACK : FixCommand.NEXT);
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void enter(KeyEvent event) {
        EventTarget target = event.getTarget();
        if (target instanceof TextInputControl) {
            return;
        }
        if (target instanceof ButtonBase button) {
            button.fire();
        } else if (!working.getAsBoolean() && !buttons.primary().isDisabled()) {
            buttons.primary().fire();
        }
        event.consume();
    }

    private void go(FixCommand command) {
        Button button = buttons.button(command);
        if (!working.getAsBoolean() && button.getParent() != null) {
            button.fire();
        }
    }
}
