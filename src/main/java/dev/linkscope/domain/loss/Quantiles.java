package dev.linkscope.domain.loss;

/**
 * Answer times of ok slots, start to last byte, in milliseconds.
 *
 * @param p5 5th percentile
 * @param p50 median
 * @param p95 95th percentile
 * @param p99 99th percentile
 */
public record Quantiles(double p5, double p50, double p95, double p99) {}
