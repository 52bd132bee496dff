package dev.linkscope.engine;

import java.time.Duration;
import java.util.List;

/** Waiting for sessions that end. */
final class Goodbyes {
    private static final Duration FIRST = Duration.ofSeconds(5);

    /** Two hundred goodbyes at once keep a small computer busy. */
    private static final Duration EACH = Duration.ofMillis(25);

    private Goodbyes() {}

    /** How long so many sessions may take to tell their agents and the history. */
    static Duration patience(int sessions) {
        return FIRST.plus(EACH.multipliedBy(sessions));
    }

    /** Waits until all have ended; false if some have not by then. */
    static boolean await(List<MonitoringSession> all, Duration longest)
            throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (MonitoringSession session : all) {
            Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
            if (!session.awaitEnd(left)) {
                return false;
            }
        }
        return true;
    }
}
