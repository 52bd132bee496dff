package dev.linkscope.domain.loss;

import org.jspecify.annotations.Nullable;

/**
 * Two-state Gilbert model fitted to adjacent measured pairs.
 *
 * @param p chance of a failure after an ok slot; null without one
 * @param r chance of an ok slot after a failure; null without one
 * @param meanBurst failures for each episode; null without a failure
 * @param burstRatio {@code meanBurst · (1 − error rate)}; 1 means independent losses
 */
public record Gilbert(
        @Nullable Double p,
        @Nullable Double r,
        @Nullable Double meanBurst,
        @Nullable Double burstRatio) {}
