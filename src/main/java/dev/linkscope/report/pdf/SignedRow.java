package dev.linkscope.report.pdf;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A row that begins with a sign; its first cell says in a word what the sign means.
 *
 * @param sign how it stands; null in the head of a table
 * @param row the words
 */
record SignedRow(@Nullable Sign sign, Row row) implements Block {
    private static final float INDENT = Sign.SIZE + 4;
    private static final float DOWN = 2.6f;

    @Override
    public float height(float width) {
        return row.height(width - INDENT);
    }

    @Override
    public void draw(Ink ink, float x, float top, float width) throws IOException {
        if (sign != null) {
            sign.draw(ink, x + .6f, top + DOWN);
        }
        row.draw(ink, x + INDENT, top, width - INDENT);
    }
}
