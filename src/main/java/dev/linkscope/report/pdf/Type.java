package dev.linkscope.report.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * One style of text: a font at a size. Measures, wraps and shortens.
 *
 * @param face the font
 * @param size in points
 */
record Type(Typeface face, float size) {
    private static final String ELLIPSIS = "…";

    /** Distance from line to line. */
    float leading() {
        return size * 1.38f;
    }

    /** From the top of a line to its base line. */
    float ascent() {
        return size * 0.98f;
    }

    float width(String text) {
        return face.width(face.printable(text), size);
    }

    Type at(float newSize) {
        return new Type(face, newSize);
    }

    /** The text on one line, cut with an ellipsis if it is wider. */
    String shorten(String text, float width) {
        String printable = face.printable(text).strip();
        if (face.width(printable, size) <= width) {
            return printable;
        }
        int fits = fitting(printable, width - face.width(ELLIPSIS, size));
        return printable.substring(0, fits).stripTrailing() + ELLIPSIS;
    }

    /** The text on as many lines as it needs; words wider than a line are broken. */
    List<String> wrap(String text, float width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            wrapParagraph(face.printable(paragraph).strip(), width, lines);
        }
        return lines;
    }

    private void wrapParagraph(String paragraph, float width, List<String> lines) {
        var line = new StringBuilder();
        for (String word : paragraph.split(" +", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (face.width(longer, size) <= width) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            String rest = word;
            while (face.width(rest, size) > width) {
                int fits = Math.max(1, fitting(rest, width));
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            line.setLength(0);
            line.append(rest);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
    }

    /** How many characters from the beginning fit; never half of a surrogate pair. */
    private int fitting(String text, float width) {
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (face.width(whole(text, middle), size) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return whole(text, low).length();
    }

    private static String whole(String text, int length) {
        boolean half = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, half ? length - 1 : length);
    }
}
