package dev.linkscope.engine.report;

/**
 * One value that was taken out of a report; never the value itself.
 *
 * @param kind what it was, such as {@code host}; words under {@code redaction.kind.KIND}
 * @param shown what stands in its place
 * @param times how often
 */
public record Removed(String kind, String shown, int times) {}
