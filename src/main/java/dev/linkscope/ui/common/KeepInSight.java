package dev.linkscope.ui.common;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;

/** Scrolls to what has the cursor: Tab leads to fields that lie below what is in sight. */
public final class KeepInSight {
    private static final double MARGIN = 24;

    private KeepInSight() {}

    /** From now on what has the cursor in the pane's content is in sight. */
    public static void follow(ScrollPane scroll) {
        scroll.sceneProperty()
                .flatMap(Scene::focusOwnerProperty)
                .subscribe(owner -> {
                    if (owner != null && isInside(owner, scroll.getContent())) {
                        show(scroll, owner);
                    }
                });
    }

    /** Scrolls whatever a node lies in so that it is in sight. */
    static void show(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane scroll
                    && scroll.getContent() != null
                    && isInside(node, scroll.getContent())) {
                show(scroll, node);
            }
        }
    }

    private static boolean isInside(Node node, Node place) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(place)) {
                return true;
            }
        }
        return false;
    }

    private static void show(ScrollPane scroll, Node owner) {
        Node content = scroll.getContent();
        double view = scroll.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - view;
        if (hidden <= 0) {
            return;
        }
        Bounds there = content.sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
        double top = scroll.getVvalue() * hidden;
        double wished = top;
        if (there.getMinY() - MARGIN < top) {
            wished = there.getMinY() - MARGIN;
        } else if (there.getMaxY() + MARGIN > top + view) {
            wished = there.getMaxY() + MARGIN - view;
        }
        scroll.setVvalue(Math.clamp(wished / hidden, 0, 1));
    }
}
