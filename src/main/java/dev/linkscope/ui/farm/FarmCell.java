package dev.linkscope.ui.farm;

/**
 * What stands in one cell of the table.
 *
 * @param text as it is shown
 * @param number by which it is ordered; NaN where there is none, which comes last
 * @param tip explains it; empty without
 */
record FarmCell(String text, double number, String tip) {
    /** An empty cell. */
    static final FarmCell EMPTY = of("");

    /** A cell that is ordered by its text. */
    static FarmCell of(String text) {
        return new FarmCell(text, Double.NaN, "");
    }

    /** A cell that is ordered by a number. */
    static FarmCell of(String text, double number) {
        return new FarmCell(text, number, "");
    }

    /** The same with an explanation. */
    FarmCell tip(String explanation) {
        return new FarmCell(text, number, explanation);
    }
}
