package dev.linkscope.report.pdf;

import java.io.IOException;

/**
 * A drawing and what it shows in words, for those who cannot see it.
 *
 * @param drawing the drawing
 * @param alternative one or two sentences with its figures
 */
record Figure(Block drawing, String alternative) implements Block {
    @Override
    public float height(float width) {
        return drawing.height(width);
    }

    @Override
    public void draw(Ink ink, float x, float top, float width) throws IOException {
        ink.figure(alternative, () -> drawing.draw(ink, x, top, width));
    }
}
