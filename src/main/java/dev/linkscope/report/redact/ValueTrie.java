package dev.linkscope.report.redact;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds many values in a text at once, whatever their case. A search takes the length of the text
 * times the length of the longest value at worst, for any text. Values may be added between
 * searches. Not thread-safe.
 */
final class ValueTrie {
    private static final int DIRECT = 128;

    /**
     * What is done about a value.
     *
     * @param shown what stands in its place
     * @param alone whether it only counts where no letter or digit is beside it
     * @param encoded whether it lies in a run of base64, all of which goes with it
     * @param secret whether it goes even where it looks like an alias
     */
    record Entry(String shown, boolean alone, boolean encoded, boolean secret) {}

    /** A value that was found. */
    record Hit(int start, int end, Entry entry) {}

    /** Most have one successor: a map for each takes many times as long, and as much memory. */
    private static final class Node {
        private char only;
        private @Nullable Node onlyNext;
        private @Nullable Map<Character, Node> others;
        private @Nullable Entry entry;

        @Nullable Node next(char c) {
            if (c == only && onlyNext != null) {
                return onlyNext;
            }
            return others == null ? null : others.get(c);
        }

        Node grow(char c) {
            if (onlyNext == null) {
                only = c;
                onlyNext = new Node();
                return onlyNext;
            }
            if (c == only) {
                return onlyNext;
            }
            if (others == null) {
                others = new HashMap<>(2);
            }
            return others.computeIfAbsent(c, _ -> new Node());
        }
    }

    private final Node root = new Node();
    private final @Nullable Node[] first = new Node[DIRECT];

    /** Adds a value; one that is there already stays as it is, unless it is a secret now. */
    void add(String value, Entry entry) {
        Node node = root;
        for (int i = 0; i < value.length(); i++) {
            node = node.grow(folded(value.charAt(i)));
        }
        Entry there = node.entry;
        if (node != root && (there == null || (entry.secret && !there.secret))) {
            node.entry = entry;
        }
        char head = folded(value.charAt(0));
        if (head < DIRECT) {
            first[head] = root.next(head);
        }
    }

    boolean isEmpty() {
        return root.onlyNext == null;
    }

    /** The first value at or after a place, the longest of those that begin there. */
    @Nullable Hit find(String text, int from) {
        for (int start = from; start < text.length(); start++) {
            Hit hit = at(text, start);
            if (hit != null) {
                return hit;
            }
        }
        return null;
    }

    private @Nullable Hit at(String text, int start) {
        char head = folded(text.charAt(start));
        Node node = head < DIRECT ? first[head] : root.next(head);
        Hit longest = null;
        int end = start + 1;
        while (node != null) {
            Entry entry = node.entry;
            if (entry != null && (!entry.alone || isAlone(text, start, end))) {
                longest = new Hit(start, end, entry);
            }
            node = end < text.length() ? node.next(folded(text.charAt(end))) : null;
            end++;
        }
        return longest;
    }

    private static boolean isAlone(String text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.codePointBefore(start)))
                && (end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end)));
    }

    private static char folded(char c) {
        if (c < DIRECT) {
            return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        }
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
