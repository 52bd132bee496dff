package dev.linkscope.rules;

/**
 * A limit that a rule compares with.
 *
 * @param value the limit
 * @param unit its unit; empty for shares and counts
 * @param source where it comes from: a document with its section, or what was measured
 */
public record Threshold(double value, String unit, String source) {}
