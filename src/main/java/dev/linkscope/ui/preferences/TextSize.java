package dev.linkscope.ui.preferences;

import java.util.Locale;
import javafx.scene.Node;

/** The size of all text below a node. Sheets that give sizes in {@code em} follow it. */
public final class TextSize {
    /** In the toolkit's pixels, as in the sheet {@code base.css}. */
    private static final double BASE = 13;

    private TextSize() {}

    /**
     * Gives the text below a node another size.
     *
     * @param factor 1 to 2 times the usual
     */
    public static void apply(Node root, double factor) {
        root.setStyle(
                factor == 1
                        ? ""
                        : String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", BASE * factor));
    }
}
