package dev.linkscope.report.pdf;

import java.io.IOException;
import java.util.List;

/**
 * Lines to be copied as they stand, each on one line.
 *
 * @param type their style
 * @param lines what they say; shortened where they are too wide
 */
record ChatPanel(Type type, List<String> lines) implements Block {
    ChatPanel {
        lines = List.copyOf(lines);
    }

    @Override
    public float height(float width) {
        return lines.size() * type.leading();
    }

    @Override
    public void draw(Ink ink, float x, float top, float width) throws IOException {
        float y = top;
        for (String line : lines) {
            ink.text(type, Palette.INK, x, y, type.shorten(line, width));
            y += type.leading();
        }
    }
}
