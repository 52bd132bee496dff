package dev.linkscope.report;

import java.text.Normalizer;

/**
 * Text that survives any chat: typographic signs become their ASCII neighbours, signs and emoji
 * without one go. Letters and digits of every script stay: a name is a name.
 */
final class PlainText {
    private PlainText() {}

    static String of(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(plain, c));
        return plain.toString().replaceAll(" {2,}", " ").strip();
    }

    private static void append(StringBuilder plain, int c) {
        switch (c) {
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> plain.append('-');
            case '\u2018', '\u2019' -> plain.append('\'');
            case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> plain.append('"');
            case '\u2026' -> plain.append("...");
            case '\u2192' -> plain.append("->");
            case '\u00D7' -> plain.append('x');
            case '\u2039' -> plain.append('<');
            case '\u203A' -> plain.append('>');
            case '\u00B7' -> plain.append('-');
            default -> appendOther(plain, c);
        }
    }

    private static void appendOther(StringBuilder plain, int c) {
        int type = Character.getType(c);
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            plain.append(' ');
        } else if (c < 0x80) {
            plain.append(Character.isISOControl(c) ? "" : Character.toString(c));
        } else if (Character.isLetterOrDigit(c)
                || (type == Character.NON_SPACING_MARK && !(c >= 0xFE00 && c <= 0xFE0F))
                || type == Character.COMBINING_SPACING_MARK) {
            plain.appendCodePoint(c);
        } else {
            // Such as a sign for "less or equal" that is written with two.
            String near = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
            near.chars().filter(n -> n > ' ' && n < 0x7f).forEach(n -> plain.append((char) n));
        }
    }
}
