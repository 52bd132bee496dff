package dev.linkscope.octoprint;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * When an OctoPrint will listen again, which it does not say itself: from version 1.11 on it takes
 * 3 requests for a key in a minute, 5 in ten minutes and 10 in an hour. Counts those made here
 * alone. Thread-safe.
 */
final class RequestRate {
    private static final Map<Duration, Integer> LIMITS =
            Map.of(
                    Duration.ofMinutes(1), 3,
                    Duration.ofMinutes(10), 5,
                    Duration.ofHours(1), 10);
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 10;

    private final Map<String, Deque<Long>> asked = new HashMap<>();

    /** A request is made; times are those of {@link System#nanoTime}. */
    synchronized void asked(String place, long nanos) {
        Deque<Long> times = asked.computeIfAbsent(place, _ -> new ArrayDeque<>());
        times.addLast(nanos);
        if (times.size() > MOST_KEPT) {
            times.removeFirst();
        }
    }

    /** How long that place will refuse, given that it does so now. */
    synchronized Duration wait(String place, long nanos) {
        Duration longest = LEAST;
        Deque<Long> times = asked.getOrDefault(place, new ArrayDeque<>());
        for (Map.Entry<Duration, Integer> limit : LIMITS.entrySet()) {
            long window = limit.getKey().toNanos();
            long[] within =
                    times.stream().mapToLong(t -> t).filter(t -> nanos - t < window).toArray();
            if (within.length >= limit.getValue()) {
                // The place has room again when enough of them are older than its window.
                long oldest = within[within.length - limit.getValue()];
                Duration left = Duration.ofNanos(window - (nanos - oldest));
                longest = left.compareTo(longest) > 0 ? left : longest;
            }
        }
        return longest;
    }
}
