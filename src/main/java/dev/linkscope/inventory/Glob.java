package dev.linkscope.inventory;

import java.util.Locale;

/**
 * A pattern of ssh_config(5): {@code *} is any text, {@code ?} one character. Matched in at most
 * the product of both lengths, whatever the pattern is.
 *
 * @param pattern in lower case
 */
record Glob(String pattern) {
    /** The pattern, whatever its case. */
    static Glob of(String text) {
        return new Glob(text.toLowerCase(Locale.ROOT));
    }

    /** Whether it is the name of one host. */
    boolean isName() {
        return pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0;
    }

    /** Whether it fits this name, which is in lower case. */
    boolean fits(String name) {
        if (isName()) {
            return pattern.equals(name);
        }
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            char wanted = p < pattern.length() ? pattern.charAt(p) : '\0';
            if (wanted == '*') {
                star = p++;
                resume = n;
            } else if (wanted == '?' || wanted == name.charAt(n)) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
