package dev.linkscope.ui.access;

import dev.linkscope.ui.FxToolkit;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/**
 * Goes through a scene and what has popped up above it, and reports whatever somebody cannot see,
 * read, reach or hit. While a card is open, only the card counts: the rest is out of reach then.
 */
public final class AccessWalk {
    private final Scene scene;
    private final List<Miss> misses = new ArrayList<>();

    private AccessWalk(Scene scene) {
        this.scene = scene;
    }

    /** Everything missed in a scene that is shown; not to be called on the window's thread. */
    public static List<Miss> of(Scene scene) throws InterruptedException {
        var walk = new AccessWalk(scene);
        walk.seeAll();
        // A menu keeps the keys for itself.
        if (!FxToolkit.onFx(walk::hasMenu)) {
            walk.misses.addAll(FocusCheck.of(scene, true));
        }
        return walk.misses;
    }

    /** What is missed without going round by Tab. */
    public static List<Miss> seen(Scene scene) throws InterruptedException {
        var walk = new AccessWalk(scene);
        walk.seeAll();
        return walk.misses;
    }

    private void seeAll() throws InterruptedException {
        FxToolkit.onFx(() -> {
            see(scene);
            for (Window window : Window.getWindows()) {
                if (window instanceof PopupWindow popup && isAbove(popup)) {
                    see(popup.getScene());
                }
            }
        });
    }

    private boolean hasMenu() {
        return Window.getWindows().stream()
                .anyMatch(one -> one instanceof ContextMenu menu && isAbove(menu));
    }

    private boolean isAbove(PopupWindow popup) {
        Window at = popup;
        while (at instanceof PopupWindow above) {
            at = above.getOwnerWindow();
        }
        return popup.isShowing() && at != null && at.equals(scene.getWindow());
    }

    private void see(Scene shown) {
        shown.getRoot().applyCss();
        shown.getRoot().layout();
        Parent root = Sight.root(shown);
        misses.addAll(NameCheck.of(root));
        misses.addAll(ContrastCheck.of(shown, root));
        misses.addAll(LayoutCheck.of(shown, root));
    }
}
