package dev.linkscope.report.redact;

import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.engine.report.Removed;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Counts what was removed by what stands in its place, so that a report that was cleaned before has
 * the same counts when it is cleaned again. Not thread-safe.
 */
public final class Tally {
    private final RedactionLevel level;
    private final Map<String, Removed> counts = new TreeMap<>();

    /** A tally of texts that were cleaned at this level. */
    public Tally(RedactionLevel level) {
        this.level = level;
    }

    /** Counts a clean text. */
    public void add(String clean) {
        if (clean.indexOf('-') < 0 && clean.indexOf('‹') < 0) {
            return;
        }
        Matcher marks = Marks.ANY.matcher(clean);
        while (marks.find()) {
            Kind kind = kind(marks.group(1));
            if (kind.goesAt(level)) {
                add(new Removed(kind.wireName(), marks.group(), 1));
            }
        }
    }

    /** Counts what another tally counted. */
    public void addAll(Collection<Removed> others) {
        others.forEach(this::add);
    }

    /** What was removed, the most frequent first. */
    public List<Removed> removed() {
        return counts.values().stream()
                .sorted(
                        Comparator.comparingInt(Removed::times)
                                .reversed()
                                .thenComparing(Removed::shown))
                .toList();
    }

    /** How often anything was removed. */
    public int total() {
        return counts.values().stream().mapToInt(Removed::times).sum();
    }

    private void add(Removed one) {
        counts.merge(
                one.shown(),
                one,
                (a, b) -> new Removed(a.kind(), a.shown(), a.times() + b.times()));
    }

    private static Kind kind(@Nullable String wireName) {
        for (Kind kind : Kind.values()) {
            if (kind.wireName().equals(wireName)) {
                return kind;
            }
        }
        return Kind.SECRET;
    }
}
