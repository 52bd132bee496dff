package dev.linkscope.domain.coverage;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of what was due, over the pane probes together.
 *
 * @param from when the first slot was due; null if there is none
 * @param to end of the last slot
 * @param slots slots due
 * @param measured slots measured
 * @param notMeasured the others by reason; every reason has its entry
 */
public record Coverage(
        @Nullable Instant from,
        @Nullable Instant to,
        int slots,
        int measured,
        Map<NotMeasured, Integer> notMeasured) {
    public Coverage {
        notMeasured = Map.copyOf(notMeasured);
    }
}
