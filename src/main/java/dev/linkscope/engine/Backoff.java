package dev.linkscope.engine;

import java.time.Duration;

/**
 * Waiting times between attempts to reach a Pi: doubling from 1 s to 30 s. Slow enough not to look
 * like an attack to an SSH server that counts connections, quick enough to be back soon after a
 * short outage.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Duration next = FIRST;

    /** How long to wait now; the next wait is longer. */
    Duration next() {
        Duration now = next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return now;
    }

    /** The link worked: begin again with the shortest wait. */
    void reset() {
        next = FIRST;
    }
}
