package dev.linkscope.engine.farm;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time that was really watched, from look to look: neither a sleeping computer nor a clock that is
 * set counts.
 */
final class WatchedTime {
    private @Nullable Instant last;

    /** Watched time since the last look, from 0 to {@link IncidentLimits#LONGEST_STEP}. */
    Duration until(Instant now) {
        Instant before = last;
        last = now;
        if (before == null || now.isBefore(before)) {
            return Duration.ZERO;
        }
        Duration step = Duration.between(before, now);
        return step.compareTo(IncidentLimits.LONGEST_STEP) > 0 ? IncidentLimits.LONGEST_STEP : step;
    }
}
