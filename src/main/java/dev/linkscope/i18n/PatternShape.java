package dev.linkscope.i18n;

import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which arguments a pattern has and how it shows each; what a translation has to share with its
 * original.
 *
 * @param uses ways in which each argument is shown, by its index
 */
record PatternShape(Map<Integer, Set<Use>> uses) {
    /** How an argument is shown. */
    enum Use {
        /** As it is: any argument will do. */
        PLAIN,
        /** As a number, or chosen by one. */
        NUMBER,
        /** As a date or a time. */
        TIME
    }

    PatternShape {
        uses = Map.copyOf(uses);
    }

    /**
     * The shape of a pattern, with what is nested in its choices.
     *
     * @throws IllegalArgumentException if it is no pattern of {@link MessageFormat}
     */
    static PatternShape of(String pattern, Locale locale) {
        var uses = new TreeMap<Integer, Set<Use>>();
        collect(pattern, locale, uses, 0);
        return new PatternShape(uses);
    }

    private static void collect(
            String pattern, Locale locale, Map<Integer, Set<Use>> uses, int depth) {
        if (depth > 3) {
            throw new IllegalArgumentException("nested too deeply");
        }
        Format[] formats = new MessageFormat(pattern, locale).getFormats();
        List<Integer> indexes = indexes(pattern);
        for (int i = 0; i < formats.length; i++) {
            Format format = formats[i];
            uses.computeIfAbsent(indexes.get(i), index -> EnumSet.noneOf(Use.class))
                    .add(
                            format == null
                                    ? Use.PLAIN
                                    : format instanceof NumberFormat ? Use.NUMBER : Use.TIME);
            if (format instanceof ChoiceFormat choice) {
                for (Object text : choice.getFormats()) {
                    // MessageFormat reads a chosen text as a pattern if it has a brace.
                    if (text.toString().indexOf('{') >= 0) {
                        collect(text.toString(), locale, uses, depth + 1);
                    }
                }
            }
        }
    }

    /** Indexes of the arguments, in the order in which they stand. */
    private static List<Integer> indexes(String pattern) {
        var indexes = new ArrayList<Integer>();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                if (depth++ == 0) {
                    indexes.add(index(pattern, i + 1));
                }
            } else if (!quoted && c == '}' && depth > 0) {
                depth--;
            }
        }
        if (depth > 0) {
            // MessageFormat drops what stands behind a brace that is not closed.
            throw new IllegalArgumentException("a brace is not closed");
        }
        return indexes;
    }

    private static int index(String pattern, int from) {
        int end = from;
        while (end < pattern.length() && pattern.charAt(end) != ',' && pattern.charAt(end) != '}') {
            end++;
        }
        return Integer.parseInt(pattern.substring(from, end).strip());
    }

    /**
     * Whether a pattern of this shape can take the place of the original: it has no argument that
     * the original lacks, and takes none for a number or a time that the original does not.
     */
    boolean fits(PatternShape original) {
        return uses.entrySet().stream()
                .allMatch(entry -> {
                    Set<Use> known = original.uses.getOrDefault(entry.getKey(), Set.of());
                    return !known.isEmpty()
                            && entry.getValue().stream()
                                    .allMatch(use -> use == Use.PLAIN || known.contains(use));
                });
    }
}
