package dev.linkscope.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A paragraph whose first words are bold.
 *
 * @param lead the bold words
 * @param text what follows on the same line
 */
record LeadIn(String lead, String text, Fonts fonts) implements Block {
    private static final float GAP = 3;

    @Override
    public float height(float width) {
        return lines(width).size() * fonts.body.leading();
    }

    @Override
    public void draw(Ink ink, float x, float top, float width) throws IOException {
        ink.text(fonts.strong, Palette.INK, x, top, lead);
        float indent = indent();
        float y = top;
        for (String line : lines(width)) {
            ink.text(fonts.body, Palette.INK, x + indent, y, line);
            indent = 0;
            y += fonts.body.leading();
        }
    }

    private float indent() {
        return fonts.strong.width(lead) + GAP;
    }

    private List<String> lines(float width) {
        List<String> first = fonts.body.wrap(text, width - indent());
        if (first.size() < 2) {
            return first;
        }
        List<String> lines = new ArrayList<>(List.of(first.getFirst()));
        lines.addAll(fonts.body.wrap(String.join(" ", first.subList(1, first.size())), width));
        return lines;
    }
}
