package dev.linkscope.ui.report;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.engine.report.ReportRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user chose for a report.
 *
 * @param printers of whom; at least one
 * @param span which span
 * @param own the span that the user typed; null unless that was chosen
 * @param level for whom
 * @param note what happened just before; empty if nothing
 * @param withLog whether OctoPrint's log goes beside it
 */
record ReportChoices(
        List<PrinterId> printers,
        SpanChoice span,
        @Nullable Span own,
        RedactionLevel level,
        String note,
        boolean withLog) {
    ReportChoices {
        printers = List.copyOf(printers);
    }

    /** The report that is asked for with it at a moment. */
    ReportRequest at(Instant now) {
        Duration length = span.length();
        Instant from = own != null ? own.from() : length != null ? now.minus(length) : null;
        Instant to = own != null ? own.to() : null;
        var scope = new ReportScope(from, to, level, note.isEmpty() ? null : note);
        return new ReportRequest(printers, scope, withLog);
    }
}
