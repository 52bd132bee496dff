package dev.linkscope.domain.loss;

import java.time.Instant;

/**
 * One point of the error-rate curve: the share of failures in a moving window.
 *
 * @param at end of the window
 * @param rate share of failures, 0 to 1; NaN where nothing was measured
 * @param low lower end of its 95 % interval; NaN likewise
 * @param high upper end; NaN likewise
 */
public record RatePoint(Instant at, double rate, double low, double high) {}
