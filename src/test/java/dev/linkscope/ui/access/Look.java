package dev.linkscope.ui.access;

import java.util.List;

/**
 * How a window looks to somebody.
 *
 * @param dark whether in the dark theme
 * @param textSize times the usual size of text
 * @param longTexts whether all texts are 40 % longer, as in other languages
 * @param rightToLeft whether it is written from right to left
 */
public record Look(boolean dark, double textSize, boolean longTexts, boolean rightToLeft) {
    /** As most see it. */
    public static final Look LIGHT = new Look(false, 1, false, false);

    public static final Look DARK = new Look(true, 1, false, false);
    public static final Look LARGE = new Look(false, 2, false, false);
    public static final Look LONG = new Look(true, 1, true, false);
    public static final Look RIGHT_TO_LEFT = new Look(false, 1, false, true);

    /** All of them. */
    public static final List<Look> ALL = List.of(LIGHT, DARK, LARGE, LONG, RIGHT_TO_LEFT);

    @Override
    public String toString() {
        return (dark ? "dark" : "light")
                + (textSize == 1 ? "" : "-" + Math.round(textSize * 100))
                + (longTexts ? "-long" : "")
                + (rightToLeft ? "-rtl" : "");
    }
}
