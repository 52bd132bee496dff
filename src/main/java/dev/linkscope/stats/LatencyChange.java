package dev.linkscope.stats;

import java.time.Instant;

/**
 * Answers became slower or faster, and stayed so.
 *
 * @param from when the first of the {@value LiveLatency#BLOCK} answers was due in which it showed
 * @param beforeMillis median before, ms
 * @param afterMillis median of the answers that confirmed it, ms
 * @param pValue the larger p of the two comparisons that found it
 */
public record LatencyChange(Instant from, double beforeMillis, double afterMillis, double pValue) {
    /** Whether it became slower. */
    public boolean slower() {
        return afterMillis > beforeMillis;
    }
}
