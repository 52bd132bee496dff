package dev.linkscope.faults;

import java.time.Instant;

/**
 * One look of some observer at the way to the server.
 *
 * @param target what was looked at, as the observer names it
 * @param start when it began
 * @param known when its result was there to be read
 * @param failed whether it found the way broken
 */
record Look(String target, Instant start, Instant known, boolean failed) {}
