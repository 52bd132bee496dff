package dev.linkscope.domain.report;

import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.LedgerEntry;
import java.util.List;

/**
 * What was tried against one cause.
 *
 * @param fixCase the way through the plan
 * @param entries its changes in the ledger, the oldest first
 */
public record ReportedFix(FixCase fixCase, List<LedgerEntry> entries) {
    public ReportedFix {
        entries = List.copyOf(entries);
    }
}
