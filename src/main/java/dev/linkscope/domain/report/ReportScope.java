package dev.linkscope.domain.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of a report.
 *
 * @param from begin of the span chosen, UTC; null for all that is in view
 * @param to its end, UTC; null for now
 * @param level for whom it is
 * @param note what the user says happened just before; null if nothing
 */
public record ReportScope(
        @Nullable Instant from, @Nullable Instant to, RedactionLevel level, @Nullable String note) {
    /** All that is in view, for support. */
    public static final ReportScope USUAL =
            new ReportScope(null, null, RedactionLevel.SUPPORT, null);
}
