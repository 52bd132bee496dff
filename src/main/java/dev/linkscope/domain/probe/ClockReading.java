package dev.linkscope.domain.probe;

import java.time.Instant;

/**
 * One look at both clocks of the Pi at the same moment. A list of these maps boot time to UTC.
 *
 * @param bootMillis boot clock in milliseconds; never jumps, stops at power off
 * @param wall wall clock; may jump when the Pi synchronises its time
 */
public record ClockReading(long bootMillis, Instant wall) {
    /** UTC of another moment of the same boot, as seen from this reading. */
    public Instant utcOf(long otherBootMillis) {
        return wall.plusMillis(otherBootMillis - bootMillis);
    }
}
