package dev.linkscope.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines to be copied as they stand; one that is too wide goes on, indented, below.
 *
 * @param type their style
 * @param lines what they say
 */
record ChatPanel(Type type, List<String> lines) implements Block {
    private static final String INDENT = "  ";

    /** Of one line; keeps a broken one on its page. */
    private static final int MOST = 4;

    ChatPanel {
        lines = List.copyOf(lines);
    }

    @Override
    public float height(float width) {
        return rows(width).size() * type.leading();
    }

    @Override
    public void draw(Ink ink, float x, float top, float width) throws IOException {
        float y = top;
        for (String row : rows(width)) {
            ink.text(type, Palette.INK, x, y, row);
            y += type.leading();
        }
    }

    private List<String> rows(float width) {
        List<String> rows = new ArrayList<>();
        float inner = width - type.width(INDENT);
        for (String line : lines) {
            List<String> parts = new Words(type, Palette.INK, line, MOST).lines(inner);
            for (int i = 0; i < parts.size(); i++) {
                rows.add(i == 0 ? parts.get(i) : INDENT + parts.get(i));
            }
        }
        return rows;
    }
}
