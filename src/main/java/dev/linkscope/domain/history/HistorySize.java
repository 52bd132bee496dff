package dev.linkscope.domain.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much is kept.
 *
 * @param bytes what the database takes
 * @param limit what it may take; the oldest outcomes go when it would take more
 * @param oldestOutcome start of the oldest outcome kept one by one, UTC; null without any
 * @param oldestRollup start of the oldest sum kept, UTC; null without any
 */
public record HistorySize(
        long bytes, long limit, @Nullable Instant oldestOutcome, @Nullable Instant oldestRollup) {}
