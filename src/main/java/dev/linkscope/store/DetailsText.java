package dev.linkscope.store;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An outcome's further readings as one text: {@code name TAB value} a line, sorted by name, so that
 * equal readings are equal texts. Backslash, tab, line feed and NUL are escaped.
 */
final class DetailsText {
    private DetailsText() {}

    /** The text; null for no readings. */
    static @Nullable String write(Map<String, String> details) {
        if (details.isEmpty()) {
            return null;
        }
        var text = new StringBuilder();
        for (var entry : new TreeMap<>(details).entrySet()) {
            escape(text, entry.getKey());
            text.append('\t');
            escape(text, entry.getValue());
            text.append('\n');
        }
        return text.toString();
    }

    /** The readings; lines that are no reading are left out. */
    static Map<String, String> read(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Map.of();
        }
        var details = new TreeMap<String, String>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            int tab = text.indexOf('\t', start);
            if (tab >= 0 && tab < end) {
                details.put(plain(text.substring(start, tab)), plain(text.substring(tab + 1, end)));
            }
            start = end + 1;
        }
        return details;
    }

    private static void escape(StringBuilder text, String plain) {
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\0' -> text.append("\\0");
                default -> text.append(c);
            }
        }
    }

    private static String plain(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        var plain = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\' && i + 1 < escaped.length()) {
                i++;
                plain.append(
                        switch (escaped.charAt(i)) {
                            case 't' -> '\t';
                            case 'n' -> '\n';
                            case '0' -> '\0';
                            default -> escaped.charAt(i);
                        });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
