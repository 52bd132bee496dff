package dev.linkscope.discovery;

import dev.linkscope.domain.printer.HostName;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What others announce, made harmless: bounded, on one line, without invisible characters. */
final class Cleaned {
    /** Longest label of DNS (RFC 1035, section 2.3.4), and so longest name of a service. */
    static final int LONGEST_NAME = 63;

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+:{}-]{0,63}");

    /** What a path of a URL may hold (RFC 3986, section 3.3), without a second slash in front. */
    private static final Pattern PATH =
            Pattern.compile("/|/[A-Za-z0-9._~-][A-Za-z0-9._~/-]{0,126}");

    private Cleaned() {}

    /**
     * A name: characters that steer a terminal, are invisible or turn the direction of writing
     * become blanks, and blanks in a row one.
     */
    static String name(String raw) {
        var clean = new StringBuilder();
        raw.codePoints().limit(4L * LONGEST_NAME).forEach(c -> append(clean, c));
        return clean.toString().strip();
    }

    private static void append(StringBuilder clean, int c) {
        boolean blank = !isVisible(c);
        boolean again = blank && (clean.isEmpty() || clean.charAt(clean.length() - 1) == ' ');
        int room = LONGEST_NAME - clean.length();
        if (!again && room >= Character.charCount(c)) {
            clean.appendCodePoint(blank ? ' ' : c);
        }
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    /** A version or an id; empty if it is none. */
    static Optional<String> word(@Nullable String raw) {
        return Optional.ofNullable(raw).filter(text -> WORD.matcher(text).matches());
    }

    /** A path of a web page; empty if it is none. */
    static Optional<String> path(@Nullable String raw) {
        return Optional.ofNullable(raw)
                .map(text -> text.startsWith("/") ? text : "/" + text)
                .filter(text -> PATH.matcher(text).matches() && !text.contains(".."));
    }

    /** A host's name without the dot of its root; empty if it cannot be used. */
    static Optional<String> host(@Nullable String raw) {
        return Optional.ofNullable(raw)
                .map(text -> text.endsWith(".") ? text.substring(0, text.length() - 1) : text)
                .filter(text -> text.indexOf(':') < 0 && HostName.isUsable(text));
    }
}
