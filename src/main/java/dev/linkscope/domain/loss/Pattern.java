package dev.linkscope.domain.loss;

import org.jspecify.annotations.Nullable;

/**
 * The judgement on how failures lie in time.
 *
 * @param kind the kind named
 * @param pValue p of the kind named, else {@code pCluster}
 * @param pCluster one p for clustering, recalibrated over several statistics
 * @param pPeriodic p for regular group starts
 * @param periodSeconds median time from group start to group start; null unless periodic
 * @param trendZ Laplace statistic of episode starts; null below 8 episodes
 * @param adjacent whether two failures are neighbours; null unless too few
 */
public record Pattern(
        PatternKind kind,
        @Nullable Double pValue,
        @Nullable Double pCluster,
        @Nullable Double pPeriodic,
        @Nullable Double periodSeconds,
        @Nullable Double trendZ,
        @Nullable Boolean adjacent) {}
