package dev.linkscope.domain.loss;

import org.jspecify.annotations.Nullable;

/**
 * Loss episode metrics of RFC 6534, over adjacent measured pairs.
 *
 * @param ratio share of pairs that begin with a failure; null without a pair
 * @param duration mean length of an episode in slots; null without an edge
 * @param frequency {@code ratio / duration}; null where either is
 */
public record Rfc6534(
        @Nullable Double ratio, @Nullable Double duration, @Nullable Double frequency) {}
