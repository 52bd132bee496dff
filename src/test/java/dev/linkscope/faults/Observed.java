package dev.linkscope.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What observers made of one outage.
 *
 * @param injection the truth
 * @param looks of one observer, in the order in which they were known
 */
record Observed(Injection injection, List<Look> looks) {
    /** A result may come so long after the outage that it tells of. */
    static final Duration LATE = Duration.ofSeconds(12);

    /**
     * From the begin of the outage until a failed look was known; empty if none was. A round that
     * is known only when it is over counts for the looks in it that fell into the outage.
     */
    Optional<Duration> delay() {
        return looks.stream()
                .filter(Look::failed)
                .filter(look -> look.known().isAfter(injection.begin()))
                .filter(look -> look.start().isBefore(injection.end().plus(LATE)))
                .findFirst()
                .map(look -> Duration.between(injection.begin(), look.known()));
    }

    /**
     * Looks that are missing between the first and the last at this cadence.
     *
     * @param looks at one target, at least one, in whatever order
     */
    static long missing(List<Look> looks, Duration cadence) {
        Instant first =
                looks.stream().map(Look::start).min(Comparator.naturalOrder()).orElseThrow();
        Instant last = looks.stream().map(Look::start).max(Comparator.naturalOrder()).orElseThrow();
        long span = Duration.between(first, last).toMillis();
        return Math.round((double) span / cadence.toMillis()) + 1 - looks.size();
    }
}
