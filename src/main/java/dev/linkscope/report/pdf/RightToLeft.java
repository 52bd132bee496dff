package dev.linkscope.report.pdf;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/** Lines in the order in which their letters are drawn: PDF has no right-to-left text. */
final class RightToLeft {
    private static final String OPENING = "([{<«‹";
    private static final String CLOSING = ")]}>»›";

    private RightToLeft() {}

    /** The line from left to right, as it is seen. */
    static String visual(String line) {
        if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
            return line;
        }
        var bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int runs = bidi.getRunCount();
        byte[] levels = new byte[runs];
        Object[] parts = new Object[runs];
        for (int i = 0; i < runs; i++) {
            String part = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            levels[i] = (byte) bidi.getRunLevel(i);
            parts[i] = bidi.getRunLevel(i) % 2 == 0 ? part : reversed(part);
        }
        Bidi.reorderVisually(levels, 0, parts, 0, runs);
        var visual = new StringBuilder(line.length());
        for (Object part : parts) {
            visual.append(part);
        }
        return visual.toString();
    }

    /** Signs stay behind the letter that they are set on; brackets open to the other side. */
    private static String reversed(String part) {
        List<String> clusters = new ArrayList<>();
        part.codePoints()
                .forEach(c -> {
                    String letter = Character.toString(mirrored(c));
                    if (isMark(c) && !clusters.isEmpty()) {
                        clusters.addLast(clusters.removeLast() + letter);
                    } else {
                        clusters.add(letter);
                    }
                });
        return String.join("", clusters.reversed());
    }

    private static int mirrored(int c) {
        int opening = OPENING.indexOf(c);
        if (opening >= 0) {
            return CLOSING.charAt(opening);
        }
        int closing = CLOSING.indexOf(c);
        return closing >= 0 ? OPENING.charAt(closing) : c;
    }

    /** Whether it is a sign on the letter before it. */
    static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
