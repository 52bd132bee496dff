package dev.linkscope.ui.preferences;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks for words in what a row says. Case and accents do not matter; every word has to be
 * somewhere. Pure.
 *
 * @param words what is looked for; none finds everything
 */
record Finder(List<String> words) {
    private static final int LONGEST = 100;

    Finder {
        words = List.copyOf(words);
    }

    /** The words in what was typed. */
    static Finder of(String typed) {
        String query = typed.substring(0, Math.min(typed.length(), LONGEST)).strip();
        return new Finder(query.isEmpty() ? List.of() : List.of(folded(query).split("\\s+")));
    }

    /** Part of a text. */
    record Range(int from, int to) {}

    /**
     * Where a row was found.
     *
     * @param label parts of its name
     * @param help parts of its help
     * @param also the other name by which it was found; null if name and help have it all
     */
    record Hit(List<Range> label, List<Range> help, @Nullable String also) {
        /** Nothing to be marked. */
        static final Hit PLAIN = new Hit(List.of(), List.of(), null);
    }

    /** Whether nothing is looked for. */
    boolean none() {
        return words.isEmpty();
    }

    /**
     * Looks in a row.
     *
     * @param others other names that people have for it
     * @param section name of its section
     */
    Optional<Hit> find(String label, String help, List<String> others, String section) {
        String also = null;
        for (String word : words) {
            if (has(label, word) || has(help, word)) {
                continue;
            }
            Optional<String> other = others.stream().filter(name -> has(name, word)).findFirst();
            if (other.isPresent()) {
                also = other.get();
            } else if (!has(section, word)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Hit(ranges(label), ranges(help), also));
    }

    private static boolean has(String text, String word) {
        return folded(text).contains(word);
    }

    /** Where any of the words is, in order and without overlaps. */
    private List<Range> ranges(String text) {
        String folded = folded(text);
        var all = new ArrayList<Range>();
        for (String word : words) {
            int at = folded.indexOf(word);
            while (at >= 0) {
                all.add(new Range(at, at + word.length()));
                at = folded.indexOf(word, at + word.length());
            }
        }
        all.sort(Comparator.comparingInt(Range::from));
        var apart = new ArrayList<Range>();
        for (Range next : all) {
            Range last = apart.isEmpty() ? null : apart.getLast();
            if (last != null && next.from() <= last.to()) {
                apart.set(apart.size() - 1, new Range(last.from(), Math.max(last.to(), next.to())));
            } else {
                apart.add(next);
            }
        }
        return apart;
    }

    /** Small letters without accents, one for each character, so that places stay. */
    private static String folded(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String one = text.substring(i, i + 1);
            String plain = Normalizer.normalize(one, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
            folded.append(plain.isEmpty() ? one : plain.substring(0, 1));
        }
        return folded.toString();
    }
}
