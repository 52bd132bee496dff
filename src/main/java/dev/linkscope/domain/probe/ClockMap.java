package dev.linkscope.domain.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Places the boot clock of one run on the UTC line.
 *
 * <p>The newest reading, the one with the highest boot time, holds for the whole run. A Pi has no
 * battery-backed clock: it starts with a guess and is set right once it reaches a time server, so a
 * later reading is never worse than an earlier one, and one step of the wall clock must not tear
 * the history of a run apart. Between two steps both clocks are slewed alike (Linux disciplines
 * {@code CLOCK_BOOTTIME} and {@code CLOCK_REALTIME} with the same frequency, {@code
 * clock_gettime(2)}), so a nearer but older reading would tell nothing more.
 */
public final class ClockMap {
    /**
     * Readings that differ by less say the same: reading two clocks one after the other on a busy
     * Pi is no better. Keeps the map from growing with every sign of life.
     */
    public static final Duration TOLERANCE = Duration.ofMillis(10);

    private ClockMap() {}

    /**
     * UTC of a moment of the boot clock.
     *
     * @param readings of one run, in any order, at least one; of two with the same boot time the
     *     later in the list holds
     * @param bootMillis boot clock in milliseconds
     */
    public static Instant utcOf(List<ClockReading> readings, long bootMillis) {
        return newest(readings).utcOf(bootMillis);
    }

    /** The reading that holds for the whole run; the same conditions as {@link #utcOf}. */
    public static ClockReading newest(List<ClockReading> readings) {
        return readings.stream()
                .reduce((known, next) -> next.bootMillis() >= known.bootMillis() ? next : known)
                .orElseThrow(() -> new IllegalArgumentException("a clock map needs a reading"));
    }

    /** Whether a reading places moments where another does, within {@link #TOLERANCE}. */
    public static boolean agree(ClockReading one, ClockReading other) {
        return Duration.between(one.utcOf(other.bootMillis()), other.wall())
                        .abs()
                        .compareTo(TOLERANCE)
                <= 0;
    }
}
