package dev.linkscope.ssh;

import dev.linkscope.support.OneLine;

/** Makes texts of other computers safe to show and to log. */
final class Printable {
    private static final int MAX = 200;

    private Printable() {}

    /**
     * One line without control characters, at most 200 characters long and a sign where it was cut.
     */
    static String line(String text) {
        return OneLine.of(text, MAX + 1);
    }
}
