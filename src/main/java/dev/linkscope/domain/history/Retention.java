package dev.linkscope.domain.history;

import java.time.Duration;

/**
 * How long what is kept.
 *
 * @param outcomes single outcomes
 * @param rollups sums of minutes and hours, outages, findings and latest facts
 * @param bytes most that the database may take; notes and what was tried always stay
 */
public record Retention(Duration outcomes, Duration rollups, long bytes) {
    /** Two weeks one by one, thirteen months as sums, 2 GB. */
    public static final Retention USUAL =
            new Retention(Duration.ofDays(14), Duration.ofDays(396), 2_000_000_000L);
}
