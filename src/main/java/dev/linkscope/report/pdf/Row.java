package dev.linkscope.report.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table, with a hair line below. Texts wrap inside their column.
 *
 * @param cells from left to right
 * @param maxLines lines of a cell that are shown at most
 */
record Row(List<Cell> cells, int maxLines) implements Block {
    private static final float ABOVE = 1.1f;
    private static final float BELOW = 1.5f;
    private static final float BETWEEN = 6;
    private static final int MAX_LINES = 8;

    /**
     * One cell.
     *
     * @param share of the row's width, all together 1
     * @param text what is in it
     */
    record Cell(float share, Type type, Color color, String text) {}

    Row {
        cells = List.copyOf(cells);
    }

    /** A row whose texts are shown whole, unless they are very long. */
    Row(List<Cell> cells) {
        this(cells, MAX_LINES);
    }

    @Override
    public float height(float width) {
        float height = 0;
        for (Cell cell : cells) {
            height = Math.max(height, words(cell).height(textWidth(cell, width)));
        }
        return ABOVE + height + BELOW;
    }

    @Override
    public void draw(Ink ink, float x, float top, float width) throws IOException {
        ink.row(cells.size(), () -> drawCells(ink, x, top, width));
        float bottom = top + height(width) - 0.4f;
        ink.line(Palette.RULE, 0.5f, x, bottom, x + width, bottom);
    }

    private void drawCells(Ink ink, float x, float top, float width) throws IOException {
        boolean heads = cells.size() > 1 && ink.firstRow() && cells.stream().allMatch(Row::muted);
        float left = x;
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            float begin = left;
            ink.cell(
                    scope(i, heads),
                    i,
                    i == cells.size() - 1,
                    () -> words(cell).draw(ink, begin, top + ABOVE, textWidth(cell, width)));
            left += cell.share() * width;
        }
    }

    /** Muted words name what stands below or beside them. */
    private @Nullable String scope(int index, boolean heads) {
        if (heads) {
            return "Column";
        }
        boolean label = index == 0 && cells.size() > 1 && muted(cells.getFirst());
        return label ? "Row" : null;
    }

    private static boolean muted(Cell cell) {
        return cell.color().equals(Palette.MUTED);
    }

    private Words words(Cell cell) {
        return new Words(cell.type(), cell.color(), cell.text(), maxLines);
    }

    private static float textWidth(Cell cell, float width) {
        return cell.share() * width - BETWEEN;
    }
}
