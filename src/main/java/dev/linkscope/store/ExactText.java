package dev.linkscope.store;

import org.jspecify.annotations.Nullable;

/**
 * A text as every database keeps it to the last sign, for what is needed to undo a change:
 * PostgreSQL has no NUL in texts, and UTF-8 no half of a surrogate pair. Both become an escape, and
 * so does the backslash.
 */
final class ExactText {
    private static final int HEX = 16;
    private static final int DIGITS = 4;

    private ExactText() {}

    static @Nullable String write(@Nullable String text) {
        if (text == null || text.chars().noneMatch(ExactText::special)) {
            return text;
        }
        var kept = new StringBuilder(text.length() + HEX);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                kept.append("\\\\");
            } else if (c == '\0') {
                kept.append("\\0");
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                kept.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                kept.append("\\u%04x".formatted((int) c));
            } else {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    static @Nullable String read(@Nullable String kept) {
        if (kept == null || kept.indexOf('\\') < 0) {
            return kept;
        }
        var text = new StringBuilder(kept.length());
        for (int i = 0; i < kept.length(); i++) {
            char c = kept.charAt(i);
            if (c != '\\' || i + 1 == kept.length()) {
                text.append(c);
                continue;
            }
            char escaped = kept.charAt(++i);
            if (escaped == '0') {
                text.append('\0');
            } else if (escaped == 'u' && hasDigits(kept, i + 1)) {
                text.append((char) Integer.parseInt(kept, i + 1, i + 1 + DIGITS, HEX));
                i += DIGITS;
            } else {
                text.append(escaped);
            }
        }
        return text.toString();
    }

    private static boolean hasDigits(String kept, int from) {
        return from + DIGITS <= kept.length()
                && kept.substring(from, from + DIGITS)
                        .chars()
                        .allMatch(c -> Character.digit(c, HEX) >= 0);
    }

    private static boolean special(int c) {
        return c == '\\' || c == 0 || Character.isSurrogate((char) c);
    }
}
