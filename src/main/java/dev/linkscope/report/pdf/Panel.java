package dev.linkscope.report.pdf;

import java.awt.Color;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A box around something.
 *
 * @param content what is inside
 * @param ground colour behind it
 * @param edge colour of a thick left edge and a thin frame; null for neither
 */
record Panel(Block content, Color ground, @Nullable Color edge) implements Block {
    private static final float SIDE = 10;
    private static final float ABOVE = 7;

    /** Less than above: a line has its free space below the letters. */
    private static final float BELOW = 4.6f;

    private static final float RADIUS = 4.5f;
    private static final float EDGE = 3.2f;

    @Override
    public float height(float width) {
        return content.height(width - 2 * SIDE) + ABOVE + BELOW;
    }

    @Override
    public void draw(Ink ink, float x, float top, float width) throws IOException {
        float height = height(width);
        if (edge == null) {
            ink.fillRound(ground, x, top, width, height, RADIUS);
        } else {
            ink.fillRound(edge, x, top, RADIUS * 3, height, RADIUS);
            ink.fillRound(ground, x + EDGE, top, width - EDGE, height, RADIUS);
            ink.strokeRound(Palette.RULE, x + EDGE, top, width - EDGE, height, RADIUS);
            ink.fill(edge, x + RADIUS / 2, top + RADIUS, EDGE - RADIUS / 2, height - 2 * RADIUS);
        }
        content.draw(ink, x + SIDE, top + ABOVE, width - 2 * SIDE);
    }
}
