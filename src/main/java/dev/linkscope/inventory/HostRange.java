package dev.linkscope.inventory;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.port.PrinterListReader.UnreadableListException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names such as {@code pi[01:20]}, {@code pi[a:f]} and {@code pi[1:9:2]} of an Ansible inventory,
 * both ends included.
 */
final class HostRange {
    private static final Pattern RANGE =
            Pattern.compile(
                    "\\[(?<from>\\d{1,6}|[a-zA-Z]):(?<to>\\d{1,6}|[a-zA-Z])(?::(?<step>\\d{1,6}))?]");

    private HostRange() {}

    /** All names that the pattern stands for; itself if it has no range. */
    static List<String> expanded(String pattern) throws UnreadableListException {
        List<String> names = List.of(pattern);
        Matcher range = RANGE.matcher(pattern);
        while (range.find()) {
            names = widened(names, range.group(), values(range));
            if (names.size() > Rows.MOST) {
                throw new UnreadableListException(Statement.of("list.too_many", Rows.MOST));
            }
        }
        return names;
    }

    private static List<String> widened(List<String> names, String range, List<String> values) {
        var wider = new ArrayList<String>();
        for (String name : names) {
            for (String value : values) {
                if (wider.size() > Rows.MOST) {
                    return wider;
                }
                int at = name.indexOf(range);
                wider.add(name.substring(0, at) + value + name.substring(at + range.length()));
            }
        }
        return wider;
    }

    private static List<String> values(Matcher range) {
        String from = range.group("from");
        String to = range.group("to");
        boolean digits = Character.isDigit(from.charAt(0));
        if (digits != Character.isDigit(to.charAt(0))) {
            return List.of(range.group());
        }
        int step = Math.max(1, number(range.group("step")));
        int first = digits ? number(from) : from.charAt(0);
        int last = digits ? number(to) : to.charAt(0);
        // Ansible fills up with zeros where the beginning has them.
        int width = digits && from.startsWith("0") ? from.length() : 1;
        var values = new ArrayList<String>();
        for (int value = first; value <= last && values.size() <= Rows.MOST; value += step) {
            String text = digits ? String.valueOf(value) : String.valueOf((char) value);
            values.add("0".repeat(Math.max(0, width - text.length())) + text);
        }
        return values;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }
}
