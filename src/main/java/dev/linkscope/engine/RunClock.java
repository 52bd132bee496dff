package dev.linkscope.engine;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.probe.ClockReading;
import java.time.Duration;
import java.time.Instant;

/**
 * Maps the boot clock of one run to UTC. The newest reading counts for the whole run, so that a Pi
 * that learns the time late re-dates what it measured before.
 *
 * <p>A Pi without a battery clock may be years off. Readings arrive fresh, so one that disagrees
 * with this computer by more than {@link #TOLERANCE} is replaced by this computer's time.
 */
final class RunClock {
    /** Delivery takes up to a few seconds on a bad link; more is a wrong clock. */
    static final Duration TOLERANCE = Duration.ofSeconds(10);

    /** Two readings differ by the milliseconds that each took; what nobody sees is no jump. */
    private static final Duration JITTER = Duration.ofSeconds(1);

    private ClockReading newest;
    private Duration offset = Duration.ZERO;
    private long jumps;

    /** A clock from its first reading, received at {@code here} on this computer's clock. */
    RunClock(ClockReading first, Instant here) {
        newest = first;
        update(first, here);
    }

    /** Takes a newer reading. */
    void update(ClockReading reading, Instant here) {
        Instant expected = newest.utcOf(reading.bootMillis());
        offset = Duration.between(here, reading.wall());
        newest =
                offset.abs().compareTo(TOLERANCE) <= 0
                        ? reading
                        : new ClockReading(reading.bootMillis(), here);
        if (Duration.between(expected, newest.wall()).abs().compareTo(JITTER) > 0) {
            jumps++;
        }
    }

    /** How often a reading has dated this boot anew, by more than readings always differ. */
    long jumps() {
        return jumps;
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
