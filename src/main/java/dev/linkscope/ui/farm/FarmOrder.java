package dev.linkscope.ui.farm;

import dev.linkscope.ui.common.Condition;
import java.util.Comparator;

/** In which order printers stand. */
final class FarmOrder {
    /** The worst first: what needs somebody, then by error rate, what is off on purpose last. */
    static final Comparator<FarmRow> WORST_FIRST =
            Comparator.<FarmRow>comparingInt(row -> rank(row.condition()))
                    .thenComparing(Comparator.comparingDouble(FarmRow::worst).reversed())
                    .thenComparing(FarmRow::name, String.CASE_INSENSITIVE_ORDER);

    private FarmOrder() {}

    /**
     * By a column; cells without a value come last either way.
     *
     * @param descending whether the greatest comes first
     */
    static Comparator<FarmRow> by(FarmColumn column, boolean descending) {
        if (column == FarmColumn.STATE) {
            return descending ? WORST_FIRST.reversed() : WORST_FIRST;
        }
        return column.numeric() ? byNumber(column, descending) : byText(column, descending);
    }

    private static Comparator<FarmRow> byNumber(FarmColumn column, boolean descending) {
        return (one, other) -> {
            double left = one.cell(column).number();
            double right = other.cell(column).number();
            if (Double.isNaN(left) || Double.isNaN(right)) {
                return Boolean.compare(Double.isNaN(left), Double.isNaN(right));
            }
            return descending ? Double.compare(right, left) : Double.compare(left, right);
        };
    }

    private static Comparator<FarmRow> byText(FarmColumn column, boolean descending) {
        return (one, other) -> {
            String left = one.cell(column).text();
            String right = other.cell(column).text();
            if (left.isEmpty() || right.isEmpty()) {
                return Boolean.compare(left.isEmpty(), right.isEmpty());
            }
            return descending ? right.compareToIgnoreCase(left) : left.compareToIgnoreCase(right);
        };
    }

    private static int rank(Condition condition) {
        return switch (condition) {
            case NO_CONNECTION -> 0;
            case TAKE_ACTION -> 1;
            case FAILED -> 2;
            case WAITING -> 3;
            case WATCH -> 4;
            case CONNECTING -> 5;
            case NO_DATA -> 6;
            case CLEAN_SO_FAR, HEALTHY -> 7;
            case ENDED -> 8;
            case PLANNED_OFF -> 9;
        };
    }
}
