package dev.linkscope.ui.common;

import java.util.Arrays;
import java.util.Locale;
import javafx.scene.Node;

/** The four colours of judgement. Never the only sign of a state: an icon and a word go with it. */
public enum Tone {
    GOOD,
    WATCH,
    BAD,
    NEUTRAL;

    /** Style class that gives a node this tone. */
    public String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }

    /** Gives the node this tone in place of any other. */
    public void applyTo(Node node) {
        if (!node.getStyleClass().contains(styleClass())) {
            node.getStyleClass().removeAll(Arrays.stream(values()).map(Tone::styleClass).toList());
            node.getStyleClass().add(styleClass());
        }
    }
}
