package dev.linkscope.report.pdf;

import java.awt.Color;
import java.io.Closeable;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.jspecify.annotations.Nullable;

/**
 * Draws on one page. Here y grows downwards from the top of the paper, as one reads; PDF counts
 * from the bottom.
 */
final class Ink implements Closeable {
    /** Control points of a quarter circle as a Bézier curve, as a share of the radius. */
    private static final float ARC = 0.5523f;

    private final PDPageContentStream stream;
    private final MarkedContent marks;
    private final float pageHeight;

    /**
     * Ink for one page.
     *
     * @param tree where what is written belongs; null if none of it is part of the text
     */
    Ink(PDDocument document, PDPage page, @Nullable StructureTree tree) throws IOException {
        stream = new PDPageContentStream(document, page, AppendMode.APPEND, true, true);
        marks = new MarkedContent(stream, page, tree);
        pageHeight = page.getMediaBox().getHeight();
    }

    /** Something that is drawn. */
    @FunctionalInterface
    interface Drawing {
        /** Draws it. */
        void draw() throws IOException;
    }

    /** Draws what belongs together and is told by these words to those who cannot see it. */
    void figure(String alternative, Drawing drawing) throws IOException {
        marks.figure(alternative, drawing);
    }

    /**
     * Text that is one element.
     *
     * @param type of the structure, such as {@code H1} (ISO 32000-1 §14.8.4)
     */
    void element(String type, Drawing content) throws IOException {
        StructureTree tree = marks.tree();
        if (tree == null) {
            content.draw();
            return;
        }
        tree.begin(type);
        content.draw();
        tree.end();
    }

    /** One row of a table of so many cells. */
    void row(int cells, Drawing content) throws IOException {
        StructureTree tree = marks.tree();
        if (tree == null) {
            content.draw();
            return;
        }
        tree.beginRow(cells);
        content.draw();
        tree.endRow();
    }

    /** Whether the open row is the first of its table. */
    boolean firstRow() {
        StructureTree tree = marks.tree();
        return tree != null && tree.firstRow();
    }

    /** One cell of a row; the parameters are those of {@link StructureTree#beginCell}. */
    void cell(@Nullable String scope, int index, boolean last, Drawing content) throws IOException {
        StructureTree tree = marks.tree();
        if (tree == null) {
            content.draw();
            return;
        }
        tree.beginCell(scope, index, last);
        content.draw();
        tree.endCell();
    }

    /** What comes next is not of the same paragraph. */
    void apart() {
        StructureTree tree = marks.tree();
        if (tree != null) {
            tree.apart();
        }
    }

    /** Writes one line whose box begins at the given corner. */
    void text(Type type, Color color, float x, float top, String line) throws IOException {
        Letters letters = type.face().letters(line);
        if (letters.runs().isEmpty()) {
            return;
        }
        marks.text();
        if (letters.asWritten()) {
            show(type, color, x, top, letters);
        } else {
            marks.standsFor(letters.text(), () -> show(type, color, x, top, letters));
        }
    }

    private void show(Type type, Color color, float x, float top, Letters letters)
            throws IOException {
        stream.beginText();
        stream.setNonStrokingColor(color);
        stream.newLineAtOffset(x, up(top + type.ascent()));
        for (Letters.Run run : letters.runs()) {
            stream.setFont(run.font(), type.size());
            stream.showText(run.text());
        }
        stream.endText();
    }

    /** Writes one line that ends at the given edge. */
    void textRight(Type type, Color color, float right, float top, String line) throws IOException {
        text(type, color, right - type.width(line), top, line);
    }

    void fill(Color color, float x, float top, float width, float height) throws IOException {
        marks.decoration();
        stream.setNonStrokingColor(color);
        stream.addRect(x, up(top + height), width, height);
        stream.fill();
    }

    void fillRound(Color color, float x, float top, float width, float height, float radius)
            throws IOException {
        marks.decoration();
        stream.setNonStrokingColor(color);
        roundPath(x, top, width, height, radius);
        stream.fill();
    }

    void strokeRound(Color color, float x, float top, float width, float height, float radius)
            throws IOException {
        marks.decoration();
        stream.setStrokingColor(color);
        stream.setLineWidth(0.6f);
        roundPath(x, top, width, height, radius);
        stream.closeAndStroke();
    }

    void line(Color color, float width, float x1, float y1, float x2, float y2) throws IOException {
        marks.decoration();
        stream.setStrokingColor(color);
        stream.setLineWidth(width);
        stream.moveTo(x1, up(y1));
        stream.lineTo(x2, up(y2));
        stream.stroke();
    }

    void dashed(Color color, float x1, float x2, float y) throws IOException {
        marks.decoration();
        stream.setLineDashPattern(new float[] {2, 2}, 0);
        line(color, 0.5f, x1, y, x2, y);
        stream.setLineDashPattern(new float[0], 0);
    }

    /** A line through the first {@code count} points. */
    void polyline(Color color, float width, float[] xs, float[] ys, int count) throws IOException {
        marks.decoration();
        stream.setStrokingColor(color);
        stream.setLineWidth(width);
        stream.setLineJoinStyle(1);
        path(xs, ys, count);
        stream.stroke();
    }

    /** The area inside the first {@code count} points. */
    void polygon(Color color, float[] xs, float[] ys, int count) throws IOException {
        marks.decoration();
        stream.setNonStrokingColor(color);
        path(xs, ys, count);
        stream.closePath();
        stream.fill();
    }

    /** Slanting lines, the sign for what was not measured. */
    void hatch(Color color, float x, float top, float width, float height) throws IOException {
        marks.decoration();
        stream.saveGraphicsState();
        stream.addRect(x, up(top + height), width, height);
        stream.clip();
        stream.setStrokingColor(color);
        stream.setLineWidth(0.45f);
        for (float at = x - height; at < x + width; at += 2.6f) {
            stream.moveTo(at, up(top + height));
            stream.lineTo(at + height, up(top));
        }
        stream.stroke();
        stream.restoreGraphicsState();
    }

    private void path(float[] xs, float[] ys, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                stream.moveTo(xs[i], up(ys[i]));
            } else {
                stream.lineTo(xs[i], up(ys[i]));
            }
        }
    }

    private void roundPath(float x, float top, float width, float height, float radius)
            throws IOException {
        float r = Math.min(radius, Math.min(width, height) / 2);
        float c = r * (1 - ARC);
        float right = x + width;
        float y = up(top);
        float bottom = up(top + height);
        stream.moveTo(x + r, y);
        stream.lineTo(right - r, y);
        stream.curveTo(right - c, y, right, y - c, right, y - r);
        stream.lineTo(right, bottom + r);
        stream.curveTo(right, bottom + c, right - c, bottom, right - r, bottom);
        stream.lineTo(x + r, bottom);
        stream.curveTo(x + c, bottom, x, bottom + c, x, bottom + r);
        stream.lineTo(x, y - r);
        stream.curveTo(x, y - c, x + c, y, x + r, y);
    }

    private float up(float y) {
        return pageHeight - y;
    }

    @Override
    public void close() throws IOException {
        marks.close();
        stream.close();
    }
}
