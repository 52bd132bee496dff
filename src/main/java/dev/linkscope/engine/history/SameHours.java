package dev.linkscope.engine.history;

import dev.linkscope.domain.fix.Span;
import java.time.Duration;

/**
 * Whether two spans hold about the same hours of the day: a fault of the evening would else make a
 * difference between a morning and a day.
 */
final class SameHours {
    private static final long DAY = Duration.ofDays(1).toMinutes();

    /** A change to summer time, and begins that differ a little. */
    private static final long SLACK = Duration.ofHours(2).toMinutes();

    /** Spans of so many days hold every hour often enough. */
    private static final long MANY_DAYS = 3;

    private SameHours() {}

    /** Whether they do. */
    static boolean in(Span first, Span second) {
        long one = first.length().toMinutes();
        long other = second.length().toMinutes();
        if (Math.min(one, other) >= MANY_DAYS * DAY || (wholeDays(one) && wholeDays(other))) {
            return true;
        }
        long shift = Duration.between(first.from(), second.from()).toMinutes();
        return nearDays(shift) && Math.abs(one - other) <= SLACK;
    }

    private static boolean wholeDays(long minutes) {
        return minutes >= DAY - SLACK && nearDays(minutes);
    }

    private static boolean nearDays(long minutes) {
        long rest = Math.floorMod(minutes, DAY);
        return Math.min(rest, DAY - rest) <= SLACK;
    }
}
