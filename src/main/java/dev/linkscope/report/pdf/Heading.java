package dev.linkscope.report.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * A heading on one line, with a rule below.
 *
 * @param type its style
 * @param text what it says; shortened if it is too wide
 */
record Heading(Type type, String text) implements Block {
    private static final float ABOVE = 8;
    private static final float BELOW = 3;

    @Override
    public float height(float width) {
        return ABOVE + type.leading() + 2 * BELOW;
    }

    @Override
    public void draw(Ink ink, float x, float top, float width) throws IOException {
        ink.element(
                StandardStructureTypes.H2,
                () -> ink.text(type, Palette.INK, x, top + ABOVE, type.shorten(text, width)));
        float rule = top + ABOVE + type.leading() + BELOW / 2;
        ink.line(Palette.INK, 0.8f, x, rule, x + width, rule);
    }
}
