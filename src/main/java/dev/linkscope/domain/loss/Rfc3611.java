package dev.linkscope.domain.loss;

import org.jspecify.annotations.Nullable;

/**
 * Bursts and gaps as RFC 3611 §4.7.2 defines them. Here a gap is the time between bursts, never
 * missing data.
 *
 * @param gmin ok slots that end a burst
 * @param burstCount number of bursts
 * @param burstDensity failed share of the slots in bursts; null without a burst
 * @param gapDensity failed share of the slots outside; null where there are none
 * @param burstSeconds total length of all bursts
 * @param gapSeconds total length of all gaps
 * @param burstMeanSeconds mean length of a burst; null without one
 * @param gapMeanSeconds mean length of a gap; null without one
 */
public record Rfc3611(
        int gmin,
        int burstCount,
        @Nullable Double burstDensity,
        @Nullable Double gapDensity,
        double burstSeconds,
        double gapSeconds,
        @Nullable Double burstMeanSeconds,
        @Nullable Double gapMeanSeconds) {}
