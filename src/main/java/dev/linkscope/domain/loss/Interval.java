package dev.linkscope.domain.loss;

/**
 * A two-sided 95 % interval of a share.
 *
 * @param low lower end, 0 to 1
 * @param high upper end, 0 to 1
 */
public record Interval(double low, double high) {}
