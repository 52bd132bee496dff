package dev.linkscope.ui.access;

import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.access.Miss.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/** Goes round a shown window by Tab and looks whether the cursor comes everywhere and is seen. */
final class FocusCheck {
    private static final int MOST_TABS = 250;

    /** A pixel that differs less, of 255 in three channels together, is not seen to change. */
    private static final int SEEN = 60;

    /** As many pixels have to change as a line of one pixel below a word has. */
    private static final int SEEN_PIXELS = 24;

    private static final double AROUND = 4;

    private final Scene scene;
    private final List<Miss> misses = new ArrayList<>();

    private FocusCheck(Scene scene) {
        this.scene = scene;
    }

    /**
     * What Tab does not reach, or where it cannot be seen.
     *
     * @param looks whether the cursor has to be seen, too
     */
    static List<Miss> of(Scene scene, boolean looks) throws InterruptedException {
        return new FocusCheck(scene).go(looks);
    }

    private List<Miss> go(boolean looks) throws InterruptedException {
        // A scroll pane paints its content from a copy, which pictures within one turn do not
        // renew.
        FxToolkit.onFx(() -> Sight.nodes(scene.getRoot()).forEach(node -> node.setCache(false)));
        UiWindow.await().until(() -> FxToolkit.onFx(() -> scene.getWindow().isFocused()));
        Set<Node> reached = new LinkedHashSet<>();
        int again = 0;
        for (int i = 0; i < MOST_TABS; i++) {
            Node owner =
                    FxToolkit.onFx(() -> {
                        type(KeyCode.TAB);
                        return scene.getFocusOwner();
                    });
            if (owner == null || !reached.add(owner)) {
                // Once round; the window may have been slow to take the first keys.
                if (++again > reached.size() / 4 + 2) {
                    break;
                }
                continue;
            }
            if (looks && !isSeen(owner)) {
                // The mark may come a turn later: only what is not seen twice is missed.
                FxToolkit.onFx(() -> type(KeyCode.SHIFT, KeyCode.TAB));
                FxToolkit.onFx(() -> type(KeyCode.TAB));
                if (!isSeen(owner)) {
                    misses.add(
                            new Miss(Kind.NO_FOCUS_MARK, Sight.path(owner), "no cursor is seen"));
                }
            }
        }
        FxToolkit.onFx(() -> {
            for (Node node : Sight.met(Sight.root(scene))) {
                reach(node, reached);
            }
        });
        return misses;
    }

    private static void type(KeyCode... keys) {
        var keyboard = new Robot();
        for (KeyCode key : keys) {
            keyboard.keyPress(key);
        }
        for (KeyCode key : List.of(keys).reversed()) {
            keyboard.keyRelease(key);
        }
    }

    private void reach(Node node, Set<Node> reached) {
        if (Sight.isOff(node) || node.isMouseTransparent() || node instanceof ScrollBar) {
            return;
        }
        if (node.isFocusTraversable()) {
            if (!reached.contains(node) && !isReachedByArrows(node, reached)) {
                misses.add(new Miss(Kind.OUT_OF_REACH, Sight.path(node), "not reached by Tab"));
            }
        } else if (node instanceof ButtonBase) {
            misses.add(new Miss(Kind.OUT_OF_REACH, Sight.path(node), "takes no cursor"));
        } else if (node.getOnMouseClicked() != null && !within(node, reached)) {
            misses.add(new Miss(Kind.OUT_OF_REACH, Sight.path(node), "for the mouse alone"));
        }
    }

    /** Tab leads into a group of choices, arrows lead round in it. */
    private static boolean isReachedByArrows(Node node, Set<Node> reached) {
        return node instanceof Toggle choice
                && choice.getToggleGroup() != null
                && choice.getToggleGroup().getToggles().stream().anyMatch(reached::contains);
    }

    private static boolean within(Node node, Set<Node> reached) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (reached.contains(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSeen(Node owner) throws InterruptedException {
        // A scroll pane's cursor is seen by what it moves.
        return owner instanceof ScrollPane || FxToolkit.onFx(() -> shows(owner)) >= SEEN_PIXELS;
    }

    /** How many pixels the cursor changes. */
    private int shows(Node owner) {
        Rectangle2D around = around(owner);
        if (around.getWidth() <= 0 || around.getHeight() <= 0) {
            return 0;
        }
        WritableImage with = picture(around);
        park();
        WritableImage without = picture(around);
        owner.requestFocus();
        return changed(with, without);
    }

    // The card itself, which takes no cursor by Tab, is where a cursor is nowhere.
    private void park() {
        Parent card = Sight.root(scene);
        card.requestFocus();
    }

    private Rectangle2D around(Node node) {
        Bounds at = node.localToScene(node.getLayoutBounds());
        double left = Math.max(0, Math.floor(at.getMinX() - AROUND));
        double top = Math.max(0, Math.floor(at.getMinY() - AROUND));
        double right = Math.min(scene.getWidth(), Math.ceil(at.getMaxX() + AROUND));
        double bottom = Math.min(scene.getHeight(), Math.ceil(at.getMaxY() + AROUND));
        return new Rectangle2D(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    private WritableImage picture(Rectangle2D part) {
        var parameters = new SnapshotParameters();
        parameters.setViewport(part);
        return scene.getRoot().snapshot(parameters, null);
    }

    private static int changed(WritableImage one, WritableImage other) {
        int[] first = Sight.pixels(one);
        int[] second = Sight.pixels(other);
        int changed = 0;
        for (int i = 0; i < first.length; i++) {
            int apart =
                    Math.abs((first[i] >> 16 & 255) - (second[i] >> 16 & 255))
                            + Math.abs((first[i] >> 8 & 255) - (second[i] >> 8 & 255))
                            + Math.abs((first[i] & 255) - (second[i] & 255));
            changed += apart > SEEN ? 1 : 0;
        }
        return changed;
    }
}
