package dev.linkscope.domain.past;

import java.time.Instant;

/**
 * Something that a log tells of.
 *
 * @param kind what happened
 * @param from when it began, UTC, as far as the log tells
 * @param to when it was over, UTC; equal to {@code from} for what has no length
 * @param errorClass stable name of the failure as the agent would name it, such as {@code
 *     connect.refused}; empty if the log does not tell
 * @param count lines that tell of it
 */
public record PastEvent(PastKind kind, Instant from, Instant to, String errorClass, int count) {}
