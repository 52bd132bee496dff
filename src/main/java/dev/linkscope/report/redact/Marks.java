package dev.linkscope.report.redact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands where something was removed: a mark, or an alias such as {@code host-2}. */
public final class Marks {
    /** Stands in place of a secret. */
    public static final String REMOVED = "‹removed›";

    private static final String KINDS =
            Arrays.stream(Kind.values())
                    .filter(kind -> kind != Kind.SECRET)
                    .map(Kind::wireName)
                    .collect(Collectors.joining("|"));

    /** A mark, or an alias with its kind and its number. */
    static final Pattern ANY =
            Pattern.compile(
                    REMOVED
                            + "|(?<![\\p{L}\\p{N}_-])("
                            + KINDS
                            + ")-([1-9]\\d{0,5})(?![\\p{L}\\p{N}_-])");

    private Marks() {}

    /** Whether the text is an alias and nothing else. */
    static boolean isAlias(String text) {
        return text.indexOf('-') > 0 && ANY.matcher(text).matches();
    }

    /** Whether the text is what was made of a value: a mark, an alias, or ends with an alias. */
    static boolean isDone(String text) {
        if (text.isEmpty() || !isEnd(text.charAt(text.length() - 1))) {
            return false;
        }
        Matcher marks = ANY.matcher(text);
        while (marks.find()) {
            if (marks.end() == text.length()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a mark or an alias may end with it. */
    private static boolean isEnd(char c) {
        return (c >= '0' && c <= '9') || c == REMOVED.charAt(REMOVED.length() - 1);
    }

    /** Where marks and aliases lie in a text: begin and end of each, in order. */
    static List<int[]> spans(String text) {
        var spans = new ArrayList<int[]>();
        Matcher marks = ANY.matcher(text);
        while (marks.find()) {
            spans.add(new int[] {marks.start(), marks.end()});
        }
        return spans;
    }
}
