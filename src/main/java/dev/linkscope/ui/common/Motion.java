package dev.linkscope.ui.common;

import dev.linkscope.engine.port.Preferences;
import javafx.animation.FadeTransition;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Duration;

/**
 * Whether things move that need not. Everything that slides, fades or turns asks here first (WCAG
 * 2.2, 2.2.2 and 2.3.3).
 */
public final class Motion {
    private static final Duration FADE = Duration.millis(140);

    private Motion() {}

    /** Has a window move as its user wishes. */
    public static void apply(Scene scene, Preferences.Motion wish) {
        scene.getPreferences()
                .setReducedMotion(
                        switch (wish) {
                            case SYSTEM -> null;
                            case FULL -> Boolean.FALSE;
                            case REDUCED -> Boolean.TRUE;
                        });
    }

    /** Whether nothing may move that need not, where this node is. */
    public static boolean isReduced(Node node) {
        Scene scene = node.getScene();
        return scene == null
                ? Platform.getPreferences().isReducedMotion()
                : scene.getPreferences().isReducedMotion();
    }

    /** The same, told again when it changes; the system's wish while the node is in no scene. */
    static ObservableValue<Boolean> reduced(Node node) {
        return node.sceneProperty()
                .flatMap(scene -> scene.getPreferences().reducedMotionProperty())
                .orElse(Platform.getPreferences().isReducedMotion());
    }

    /** Shows a node that has just come: by and by, or at once if nothing may move. */
    public static void fadeIn(Node node) {
        if (isReduced(node)) {
            node.setOpacity(1);
            return;
        }
        var fade = new FadeTransition(FADE, node);
        fade.setFromValue(0);
        fade.setToValue(1);
        fade.play();
    }
}
