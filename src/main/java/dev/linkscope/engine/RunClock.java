package dev.linkscope.engine;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.probe.ClockMap;
import dev.linkscope.domain.probe.ClockReading;
import java.time.Duration;
import java.time.Instant;

/**
 * Maps the boot clock of one run to UTC. The newest reading counts for the whole run, so that a Pi
 * that learns the time late re-dates what it measured before; one that says the same as the reading
 * in use changes nothing.
 *
 * <p>A Pi without a battery clock may be years off. Readings arrive fresh, so one that disagrees
 * with this computer by more than {@link #TOLERANCE} is replaced by this computer's time.
 */
final class RunClock {
    /** Delivery takes up to a few seconds on a bad link; more is a wrong clock. */
    static final Duration TOLERANCE = Duration.ofSeconds(10);

    /** Where this computer's time stands in, readings differ by what delivery took. */
    private static final Duration DELIVERY = Duration.ofSeconds(1);

    private ClockReading newest;
    private Duration offset = Duration.ZERO;
    private long steps;

    /** A clock from its first reading, received at {@code here} on this computer's clock. */
    RunClock(ClockReading first, Instant here) {
        newest = first;
        update(first, here);
    }

    /** A clock as it was recorded, until a newer reading comes. */
    static RunClock recorded(ClockReading newest) {
        return new RunClock(newest, newest.wall());
    }

    /** Takes a newer reading. */
    void update(ClockReading reading, Instant here) {
        offset = Duration.between(here, reading.wall());
        boolean believed = offset.abs().compareTo(TOLERANCE) <= 0;
        Instant wall = believed ? reading.wall() : here;
        Duration step = Duration.between(newest.utcOf(reading.bootMillis()), wall).abs();
        if (step.compareTo(believed ? ClockMap.TOLERANCE : DELIVERY) > 0) {
            newest = new ClockReading(reading.bootMillis(), wall);
            steps++;
        }
    }

    /** How often a reading has dated this boot anew; until it does so again, no date changes. */
    long steps() {
        return steps;
    }

    /** The reading in use. */
    ClockReading reading() {
        return newest;
    }

    /** UTC of a moment of this boot. */
    Instant utcOf(long bootMillis) {
        return newest.utcOf(bootMillis);
    }

    /** How far the Pi's wall clock is ahead of this computer's, in seconds. */
    Fact offsetFact() {
        return Fact.known("clock.offset", String.valueOf(offset.toSeconds()), "s");
    }
}
