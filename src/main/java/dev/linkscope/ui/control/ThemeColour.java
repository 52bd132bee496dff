package dev.linkscope.ui.control;

import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/**
 * An invisible node whose background colour comes from the sheets, so that a canvas can be painted
 * in the colours of the theme without naming one.
 */
public final class ThemeColour extends Region {
    /**
     * A colour.
     *
     * @param styleClass class by which the sheets give the colour
     * @param onChange called when the theme changes it
     */
    public ThemeColour(String styleClass, Runnable onChange) {
        getStyleClass().add(styleClass);
        setManaged(false);
        setMouseTransparent(true);
        backgroundProperty().subscribe(onChange);
    }

    /** The colour now; transparent before the sheets have been applied. */
    public Paint paint() {
        var background = getBackground();
        return background == null || background.getFills().isEmpty()
                ? Color.TRANSPARENT
                : background.getFills().getFirst().getFill();
    }
}
