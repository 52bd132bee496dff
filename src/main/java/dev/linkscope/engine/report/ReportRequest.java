package dev.linkscope.engine.report;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.report.ReportScope;
import java.util.List;

/**
 * A report that is wanted.
 *
 * @param printers of whom, in this order
 * @param scope which span, for whom, with which note
 * @param withLog whether OctoPrint's log is wanted beside it, redacted
 */
public record ReportRequest(List<PrinterId> printers, ReportScope scope, boolean withLog) {
    public ReportRequest {
        printers = List.copyOf(printers);
    }
}
