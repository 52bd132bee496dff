package dev.linkscope.store;

import java.time.Duration;
import java.time.Instant;

/** Moments that stay where they can be counted in microseconds, however far a span reaches. */
final class Moments {
    private static final Instant FIRST = Instant.parse("-100000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("+100000-01-01T00:00:00Z");

    private Moments() {}

    static Instant near(Instant moment) {
        return moment.isBefore(FIRST) ? FIRST : moment.isAfter(LAST) ? LAST : moment;
    }

    static Instant before(Instant moment, Duration by) {
        return near(near(moment).minus(by));
    }

    static Instant after(Instant moment, Duration by) {
        return near(near(moment).plus(by));
    }
}
