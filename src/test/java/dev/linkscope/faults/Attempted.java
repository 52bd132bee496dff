package dev.linkscope.faults;

import java.time.Instant;

/**
 * One attempt as it was kept.
 *
 * @param run run of the agent
 * @param target what was probed
 * @param slot number of its slot
 * @param start when it began
 * @param result {@code ok}, {@code failed} or {@code skipped}
 * @param verdict phase and class of a failure; empty otherwise
 */
record Attempted(
        String run, String target, long slot, Instant start, String result, String verdict) {
    boolean failed() {
        return result.equals("failed");
    }
}
