package dev.linkscope.report.redact;

import dev.linkscope.report.redact.ValueTrie.Entry;
import dev.linkscope.report.redact.ValueTrie.Hit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that are known to be private, and what stands in their place. Not thread-safe. */
final class KnownValues {
    /** More come from nothing but hostile texts; each takes some kilobytes. */
    private static final int MOST = 5_000;

    private static final int LONGEST = 2_000;

    /** A shorter secret also occurs inside ordinary words, so it goes only where it is alone. */
    private static final int SHORT_SECRET = 4;

    /** The same of names, which are words more often. */
    private static final int SHORT_NAME = 10;

    /** From here on writing has no blanks between words. */
    private static final int WITHOUT_BLANKS = 0x2E80;

    private final ValueTrie values = new ValueTrie();
    private final ValueTrie secrets = new ValueTrie();
    private final Set<String> added = new HashSet<>();

    /** From now on a secret is removed. */
    void addSecret(String value) {
        if (!Marks.REMOVED.contains(value)) {
            add(value, Marks.REMOVED, value.length() < SHORT_SECRET, true);
        }
    }

    /** From now on a value is replaced. */
    void add(String value, String shown) {
        boolean words = value.codePoints().allMatch(c -> c < WITHOUT_BLANKS);
        add(value, shown, words && value.length() < SHORT_NAME, false);
    }

    private void add(String value, String shown, boolean alone, boolean secret) {
        if (value.isBlank()
                || value.length() > LONGEST
                || added.size() >= MOST
                || !added.add(secret + value)) {
            return;
        }
        var open = new Entry(shown, alone, false, secret);
        Spellings.open(value).forEach(one -> add(one, open));
        var encoded = new Entry(shown, false, true, secret);
        Spellings.encoded(value).forEach(one -> add(one, encoded));
    }

    private void add(String spelling, Entry entry) {
        values.add(spelling, entry);
        if (entry.secret()) {
            secrets.add(spelling, entry);
        }
    }

    /** The text without them. */
    String replace(String text) {
        return replace(text, values);
    }

    /** The text without those that are secrets. */
    String replaceSecrets(String text) {
        return replace(text, secrets);
    }

    private static String replace(String text, ValueTrie values) {
        Hit hit = values.find(text, 0);
        if (hit == null) {
            return text;
        }
        List<int[]> marks = Marks.spans(text);
        var clean = new StringBuilder(text.length());
        int done = 0;
        int from = 0;
        while (hit != null) {
            int[] mark = overlapped(marks, hit.start(), hit.end());
            if (mark != null
                    && (!hit.entry().secret() || text.startsWith(Marks.REMOVED, mark[0]))) {
                from = hit.start() < mark[0] ? hit.start() + 1 : mark[1];
            } else {
                int start = hit.start();
                int end = hit.end();
                if (hit.entry().encoded()) {
                    while (start > done && isEncoded(text.charAt(start - 1))) {
                        start--;
                    }
                    while (end < text.length() && isEncoded(text.charAt(end))) {
                        end++;
                    }
                }
                clean.append(text, done, start).append(hit.entry().shown());
                done = end;
                from = end;
            }
            hit = values.find(text, from);
        }
        return clean.append(text, done, text.length()).toString();
    }

    private static int @Nullable [] overlapped(List<int[]> marks, int start, int end) {
        int low = 0;
        int high = marks.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int[] mark = marks.get(middle);
            if (mark[1] <= start) {
                low = middle + 1;
            } else if (mark[0] >= end) {
                high = middle - 1;
            } else {
                return mark;
            }
        }
        return null;
    }

    /** Whether the character may belong to base64, of either alphabet. */
    private static boolean isEncoded(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '='
                || c == '-'
                || c == '_';
    }
}
