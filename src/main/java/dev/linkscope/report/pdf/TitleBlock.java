package dev.linkscope.report.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * The title of a printer's first page; the right of it is left free for {@link Furniture}.
 *
 * @param type its style
 * @param title at most two lines of it are shown
 */
record TitleBlock(Type type, String title) implements Block {
    private static final float BELOW = 9;

    @Override
    public float height(float width) {
        return words().height(width - Furniture.RIGHT) + BELOW;
    }

    @Override
    public void draw(Ink ink, float x, float top, float width) throws IOException {
        ink.element(
                StandardStructureTypes.H1,
                () -> words().draw(ink, x, top, width - Furniture.RIGHT));
    }

    private Words words() {
        return new Words(type, Palette.INK, title, 2);
    }
}
