package dev.linkscope.support;

/**
 * Cells of CSV (RFC 4180) whose content may come from others. None is taken for a formula by a
 * spreadsheet: one that could be begins with an apostrophe.
 */
public final class CsvCell {
    private CsvCell() {}

    /** A text as it stands in a cell, before quotes: without control characters, no formula. */
    public static String plain(String text) {
        String clean = text.replaceAll("[\\p{Cc}\\u2028\\u2029]", " ").strip();
        return formula(text) || formula(clean) ? "'" + clean : clean;
    }

    /** The same with the quotes that it needs. */
    public static String of(String text) {
        String plain = plain(text);
        boolean quoted = plain.chars().anyMatch(c -> c == ',' || c == ';' || c == '"');
        return quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }

    /** What spreadsheets calculate, in either width, and what some strip before they look. */
    private static boolean formula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(text.charAt(0)) >= 0;
    }
}
