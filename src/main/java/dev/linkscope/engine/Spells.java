package dev.linkscope.engine;

import dev.linkscope.stats.Circumstance;
import dev.linkscope.stats.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When one circumstance prevailed, when it did not, and when nobody knew, as changes of the past
 * day. Not thread-safe.
 */
final class Spells {
    /** How much of the past is kept. */
    static final Duration KEPT = Duration.ofHours(24);

    /** A reading that flickers every 10 s fills a quarter of a day with these; no more memory. */
    static final int MOST = 2_000;

    private final String factor;
    private final Duration shortlyBefore;
    private final TreeMap<Long, State> changes = new TreeMap<>();

    /**
     * Nothing known yet.
     *
     * @param shortlyBefore an outage still begins under it if it was over no longer than this
     */
    Spells(String factor, Duration shortlyBefore) {
        this.factor = factor;
        this.shortlyBefore = shortlyBefore;
    }

    private enum State {
        PREVAILS,
        DOES_NOT,
        UNKNOWN
    }

    /**
     * From a time on it prevails or does not, until something else is seen.
     *
     * @param prevails null from when on nobody knows
     */
    void since(Instant at, @Nullable Boolean prevails) {
        State state = prevails == null ? State.UNKNOWN : prevails ? State.PREVAILS : State.DOES_NOT;
        long millis = at.toEpochMilli();
        Map.Entry<Long, State> before = changes.floorEntry(millis);
        if (state != (before == null ? State.UNKNOWN : before.getValue())) {
            changes.put(millis, state);
            forget();
        }
    }

    /** It happened at a time, and prevails no longer than that. */
    void happened(Instant at) {
        since(at, true);
        since(at.plusMillis(1), false);
    }

    /** Lets go of what ended too long ago; the state in which the kept time begins stays. */
    private void forget() {
        Long first = changes.floorKey(changes.lastKey() - KEPT.toMillis());
        if (first != null) {
            changes.headMap(first).clear();
        }
        while (changes.size() > MOST) {
            changes.pollFirstEntry();
        }
    }

    /** How many changes are kept. */
    int changes() {
        return changes.size();
    }

    /** All of it, up to a time. */
    Circumstance until(Instant end) {
        var known = new Spans.Builder();
        var prevailed = new Spans.Builder();
        for (Map.Entry<Long, State> change : changes.entrySet()) {
            Long next = changes.higherKey(change.getKey());
            long to = next == null ? end.toEpochMilli() : next;
            if (change.getValue() != State.UNKNOWN) {
                known.add(change.getKey(), to);
            }
            if (change.getValue() == State.PREVAILS) {
                prevailed.add(change.getKey(), to);
            }
        }
        return new Circumstance(factor, known.build(), prevailed.build().lasting(shortlyBefore));
    }
}
