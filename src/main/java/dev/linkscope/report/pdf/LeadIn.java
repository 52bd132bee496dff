package dev.linkscope.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A paragraph whose first words are bold.
 *
 * @param bold style of the first words
 * @param lead the bold words
 * @param plain style of the others
 * @param text what follows on the same line
 */
record LeadIn(Type bold, String lead, Type plain, String text) implements Block {
    private static final float GAP = 3;

    /** Of a text that somebody typed. */
    private static final int MAX_LINES = 14;

    @Override
    public float height(float width) {
        return lines(width).size() * plain.leading();
    }

    @Override
    public void draw(Ink ink, float x, float top, float width) throws IOException {
        ink.text(bold, Palette.INK, x, top, lead);
        float indent = indent();
        float y = top;
        for (String line : lines(width)) {
            ink.text(plain, Palette.INK, x + indent, y, line);
            indent = 0;
            y += plain.leading();
        }
    }

    private float indent() {
        return bold.width(lead) + GAP;
    }

    private List<String> lines(float width) {
        List<String> first = plain.wrap(text, width - indent());
        if (first.size() < 2) {
            return first.isEmpty() ? List.of("") : first;
        }
        List<String> lines = new ArrayList<>(List.of(first.getFirst()));
        String rest = String.join(" ", first.subList(1, first.size()));
        lines.addAll(new Words(plain, Palette.INK, rest, MAX_LINES).lines(width));
        return lines;
    }
}
