package dev.linkscope.domain.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sums of the slots of one probe in one minute or hour.
 *
 * @param start its beginning, UTC, by the latest clock map of its run
 * @param ok slots that went well
 * @param failed slots that failed
 * @param notMeasured slots that measured nothing
 * @param medianMillis median time of those that went well, in milliseconds; null without any
 */
public record Rollup(
        Instant start, int ok, int failed, int notMeasured, @Nullable Integer medianMillis) {
    /** Slots that were measured. */
    public int measured() {
        return ok + failed;
    }
}
