package dev.linkscope.ui.common;

import dev.linkscope.i18n.Messages;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Which way the window runs, by its language. */
public final class Direction {
    private Direction() {}

    /** The orientation of a language's script. */
    public static NodeOrientation of(Messages messages) {
        return messages.rightToLeft()
                ? NodeOrientation.RIGHT_TO_LEFT
                : NodeOrientation.LEFT_TO_RIGHT;
    }

    /** Lets a new scene run the way of the language. */
    public static void apply(Scene scene, Messages messages) {
        NodeOrientation wanted = of(messages);
        // Being told once more which way it runs, it would style everything at once and in vain.
        if (scene.getEffectiveNodeOrientation() != wanted) {
            scene.setNodeOrientation(wanted);
        }
    }

    /**
     * Keeps a node from left to right in every language: time, figures and code run that way
     * everywhere.
     *
     * @return the node
     */
    public static <T extends Node> T leftToRight(T node) {
        node.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        return node;
    }
}
