package dev.linkscope.ssh;

/** Makes texts of other computers safe to show and to log. */
final class Printable {
    private static final int MAX = 200;

    private Printable() {}

    /** One line without control characters, at most 200 characters long. */
    static String line(String text) {
        String clean = text.strip().replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ");
        return clean.length() <= MAX ? clean : clean.substring(0, MAX) + "…";
    }
}
