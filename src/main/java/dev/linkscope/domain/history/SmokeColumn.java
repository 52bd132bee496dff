package dev.linkscope.domain.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Answer times of ok slots in one column of a chart, in milliseconds.
 *
 * @param from start of the column
 * @param to its end
 * @param measured slots measured in it
 * @param failed how many of them failed
 * @param smoke where the answer times lie; null without an ok slot
 */
public record SmokeColumn(
        Instant from, Instant to, int measured, int failed, @Nullable Smoke smoke) {
    /**
     * Spread of answer times in milliseconds; all five are the same where there is only one, or
     * where only sums are left.
     *
     * @param p5 5th percentile
     * @param p25 lower quartile
     * @param p50 median
     * @param p75 upper quartile
     * @param p95 95th percentile
     */
    public record Smoke(double p5, double p25, double p50, double p75, double p95) {}
}
