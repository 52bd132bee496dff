package dev.linkscope.ui.control;

import dev.linkscope.ui.control.OutageLine.Mark;
import org.jspecify.annotations.Nullable;

/**
 * Where things are in the chart of outages, in pixels.
 *
 * @param width of the drawing
 * @param height of the drawing, the axis at its foot included
 * @param from start of the span, epoch milliseconds
 * @param to its end
 * @param first index of the row at the top
 * @param rows how many rows there are
 * @param larger size of text, times the usual; what holds text is as much larger
 */
record OutageGeometry(
        double width, double height, long from, long to, int first, int rows, double larger) {
    private static final double ROW = 16;
    private static final double BAR = 11;
    private static final double NAMES = 118;
    private static final double AXIS = 20;
    private static final double RIGHT = 16;

    /** Height of so many rows and the axis below them. */
    static double height(int rows, double larger) {
        return (rows * ROW + AXIS) * larger;
    }

    double left() {
        return NAMES * larger;
    }

    double row() {
        return ROW * larger;
    }

    double bar() {
        return BAR * larger;
    }

    double axis() {
        return AXIS * larger;
    }

    double right() {
        return width - RIGHT;
    }

    double foot() {
        return height - axis();
    }

    /** Rows that fit, the last one whole. */
    int page() {
        return Math.max(1, (int) (foot() / row()));
    }

    /** Index after the last row shown. */
    int end() {
        return Math.min(rows, first + page());
    }

    /** Top of the bar of a row. */
    double top(int row) {
        return (row - first) * row() + (row() - bar()) / 2;
    }

    double x(long at) {
        return left() + (right() - left()) * Math.clamp((at - from) / (double) (to - from), 0, 1);
    }

    /** The time at a place. */
    long at(double x) {
        return from + Math.round((x - left()) / (right() - left()) * (to - from));
    }

    boolean shows(long start, long end) {
        return end >= from && start <= to;
    }

    /** The row at a height; -1 where there is none. */
    int rowAt(double y) {
        int row = first + (int) Math.floor(y / row());
        return y >= 0 && y < foot() && row < end() ? row : -1;
    }

    /** The mark of a row at a place, the latest drawn first; null where there is none. */
    @Nullable Mark markAt(OutageLine line, double x) {
        for (Mark mark : line.marks().reversed()) {
            boolean inside = x >= x(mark.from()) - 2 && x <= x(mark.to()) + 2;
            if (shows(mark.from(), mark.to()) && x >= left() && inside) {
                return mark;
            }
        }
        return null;
    }
}
