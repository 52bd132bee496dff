package dev.linkscope.domain.loss;

import org.jspecify.annotations.Nullable;

/**
 * Runs of equal slots.
 *
 * @param total number of all runs
 * @param z Wald–Wolfowitz z without continuity correction; null if all slots are equal
 * @param pValueTwoSided two-sided p of z
 * @param errorRuns runs of failures
 * @param pValueLower exact chance of as few or fewer runs of failures; null without a failure
 */
public record Runs(
        int total,
        @Nullable Double z,
        @Nullable Double pValueTwoSided,
        int errorRuns,
        @Nullable Double pValueLower) {}
