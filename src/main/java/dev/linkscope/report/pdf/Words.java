package dev.linkscope.report.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A text in one style, wrapped to the width it is given.
 *
 * @param type its style
 * @param color its colour
 * @param text what it says
 * @param maxLines lines shown at most; the last one then ends in an ellipsis
 */
record Words(Type type, Color color, String text, int maxLines) implements Block {
    /** More than any text needs that a person wrote; keeps a broken one on its page. */
    static final int PLENTY = 40;

    /** A text that is shown whole. */
    static Words of(Type type, Color color, String text) {
        return new Words(type, color, text, PLENTY);
    }

    List<String> lines(float width) {
        List<String> lines = type.wrap(text, width);
        if (lines.size() <= maxLines) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, maxLines - 1));
        // What is left of the text is certainly wider than one line.
        shown.add(type.shorten(lines.get(maxLines - 1) + " " + lines.get(maxLines), width));
        return shown;
    }

    @Override
    public float height(float width) {
        return lines(width).size() * type.leading();
    }

    @Override
    public void draw(Ink ink, float x, float top, float width) throws IOException {
        float y = top;
        for (String line : lines(width)) {
            ink.text(type, color, x, y, line);
            y += type.leading();
        }
    }
}
