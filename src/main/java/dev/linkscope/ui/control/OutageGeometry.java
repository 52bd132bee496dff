package dev.linkscope.ui.control;

/**
 * Where things are in the chart of outages, in pixels.
 *
 * @param width of the drawing
 * @param height of the drawing, the axis at its foot included
 * @param from start of the span, epoch milliseconds
 * @param to its end
 * @param first index of the row at the top
 * @param rows how many rows there are
 */
record OutageGeometry(double width, double height, long from, long to, int first, int rows) {
    static final double ROW = 16;
    static final double BAR = 11;
    static final double NAMES = 118;
    static final double AXIS = 20;
    private static final double RIGHT = 16;

    double left() {
        return NAMES;
    }

    double right() {
        return width - RIGHT;
    }

    double foot() {
        return height - AXIS;
    }

    /** Rows that fit, the last one whole. */
    int page() {
        return Math.max(1, (int) (foot() / ROW));
    }

    /** Index after the last row shown. */
    int end() {
        return Math.min(rows, first + page());
    }

    /** Top of the bar of a row. */
    double top(int row) {
        return (row - first) * ROW + (ROW - BAR) / 2;
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
        int row = first + (int) Math.floor(y / ROW);
        return y >= 0 && y < foot() && row < end() ? row : -1;
    }
}
