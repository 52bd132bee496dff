package dev.linkscope.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Shows one card at a time above the window, with everything behind it out of reach. Cards that
 * come meanwhile wait for their turn.
 */
public final class Overlay extends StackPane {
    private final Region scrim = new Region();
    private final Deque<Card> waiting = new ArrayDeque<>();
    private @Nullable Card shown;
    private @Nullable Node cameFrom;
    private boolean backwards;
    private boolean byKeys;

    /**
     * Something to be shown.
     *
     * @param node the card
     * @param onShown called once it is there, to place the cursor
     */
    private record Card(Node node, Runnable onShown) {}

    /** An overlay with nothing to show. */
    public Overlay() {
        scrim.getStyleClass().add("scrim");
        setAlignment(Pos.CENTER);
        getStyleClass().add("overlay");
        Nodes.show(this, false);
        sceneProperty()
                .subscribe((before, now) -> {
                    if (now != null) {
                        keepFocus(now);
                    }
                });
    }

    // A modal card keeps the cursor: Tab must not lead to what lies behind it.
    private void keepFocus(Scene scene) {
        scene.focusOwnerProperty()
                .subscribe(owner -> {
                    if (shown == null || owner == null) {
                        return;
                    }
                    if (!isInside(owner)) {
                        goRound(shown);
                    } else if (byKeys) {
                        KeepInSight.show(owner);
                    }
                });
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    byKeys = true;
                    backwards = event.getCode() == KeyCode.TAB && event.isShiftDown();
                });
        // What moved under a pressed mouse would not be clicked.
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> byKeys = false);
    }

    private void goRound(Card card) {
        List<Node> stops = stops(card.node()).toList();
        if (stops.isEmpty()) {
            card.onShown().run();
        } else {
            (backwards ? stops.getLast() : stops.getFirst()).requestFocus();
        }
    }

    /** Where the cursor can stop within a node, in order; of a group of choices, at the chosen. */
    private static Stream<Node> stops(Node at) {
        if (!at.isVisible() || at.isDisabled()) {
            return Stream.empty();
        }
        boolean passed =
                at instanceof Toggle choice
                        && choice.getToggleGroup() != null
                        && choice.getToggleGroup().getSelectedToggle() != null
                        && !choice.isSelected();
        if (at.isFocusTraversable() && !passed) {
            return Stream.of(at);
        }
        return at instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Overlay::stops)
                : Stream.empty();
    }

    private boolean isInside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == this) {
                return true;
            }
        }
        return false;
    }

    /** Shows a card as soon as no other is shown. */
    public void open(Node card, Runnable onShown) {
        waiting.add(new Card(card, onShown));
        if (shown == null) {
            showNext();
        }
    }

    /** Shows a card now; the one that is shown comes back after it. */
    public void openAbove(Node card, Runnable onShown) {
        if (shown != null) {
            waiting.addFirst(shown);
        }
        waiting.addFirst(new Card(card, onShown));
        showNext();
    }

    /** Takes a card away, shown or waiting. */
    public void close(Node card) {
        waiting.removeIf(other -> other.node().equals(card));
        if (shown != null && shown.node().equals(card)) {
            showNext();
        }
    }

    /** Whether a card is shown. */
    public boolean isOpen() {
        return shown != null;
    }

    private void showNext() {
        boolean opens = shown == null;
        shown = waiting.poll();
        if (opens && getScene() != null) {
            cameFrom = getScene().getFocusOwner();
        }
        Nodes.show(this, shown != null);
        if (shown == null) {
            getChildren().clear();
            goBack();
        } else {
            getChildren().setAll(scrim, shown.node());
            // What lies in a scroll pane can have the cursor only once that has its skin.
            applyCss();
            shown.onShown().run();
        }
    }

    // Who closes a card goes on where it was opened.
    private void goBack() {
        Node before = cameFrom;
        cameFrom = null;
        if (before != null && Objects.equals(before.getScene(), getScene()) && isInSight(before)) {
            before.requestFocus();
        }
    }

    private static boolean isInSight(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return !node.isDisabled();
    }
}
