package dev.linkscope.bench.result;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * One cell of a table: as it is read, and the number behind it.
 *
 * @param text as people read it
 * @param value the number, not rounded; empty for words
 * @param unit its own unit, as {@code share}; empty where the column names it
 */
public record Cell(String text, OptionalDouble value, String unit) {
    private static final Pattern NUMBER =
            Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?|-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    /** A share, 0 to 1, with one decimal of a percent. */
    public static Cell percent(double share) {
        return number(share, String.format(Locale.ROOT, "%.1f %%", 100 * share), "share");
    }

    /** Three digits that count. */
    public static Cell number(double value) {
        return number(value, String.format(Locale.ROOT, "%.3g", value), "");
    }

    /** A whole number, its thousands apart. */
    public static Cell count(double value) {
        return number(value, String.format(Locale.ROOT, "%,.0f", value), "");
    }

    /** Whatever it is, as it prints itself; a number where that is one. */
    public static Cell of(Object content) {
        if (content instanceof Cell cell) {
            return cell;
        }
        String text = String.valueOf(content);
        return NUMBER.matcher(text).matches()
                ? number(Double.parseDouble(text.replace(",", "")), text, "")
                : new Cell(text, OptionalDouble.empty(), "");
    }

    /** A number that is none, such as a share of nothing, is words. */
    private static Cell number(double value, String text, String unit) {
        return new Cell(
                text,
                Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty(),
                unit);
    }

    @Override
    public String toString() {
        return text;
    }
}
