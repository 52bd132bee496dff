package dev.linkscope.bench.result;

/**
 * A comparison that was not made in this run.
 *
 * @param what what would have been compared
 * @param why a whole sentence, with what would make it possible
 */
public record LeftOut(String what, String why) {}
