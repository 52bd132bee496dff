package dev.linkscope.bench.result;

/**
 * Something that Linkscope is compared with.
 *
 * @param name as in the ratios
 * @param version as it tells itself
 */
public record Peer(String name, String version) {}
