package dev.linkscope.fuzz;

import java.util.regex.Pattern;

/** What a text of others must not hold once a reader has taken it over. */
public final class Harmless {
    /**
     * Controls of both sets (a terminal takes U+009B for ESC [), halves of characters, and what
     * ends a line or turns its direction around.
     */
    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069]");

    private Harmless() {}

    /** Fails for a text that is too long or steers a terminal, a log or a window. */
    public static void line(String text, int longest) {
        if (text.length() > longest) {
            throw new AssertionError(text.length() + " characters");
        }
        var steering = STEERING.matcher(text);
        if (steering.find()) {
            throw new AssertionError(
                    "U+%04x at %d of %d characters"
                            .formatted(
                                    text.codePointAt(steering.start()),
                                    steering.start(),
                                    text.length()));
        }
    }

    /** The same for a text of several lines. */
    public static void lines(String text, int longest) {
        line(text.replace('\n', ' '), longest);
    }
}
