package dev.linkscope.report.draft;

import dev.linkscope.report.RedactedReport;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What a draft is made of.
 *
 * @param redacted the report, cleaned
 * @param pdf its PDF
 * @param json makes its JSON
 * @param beside what goes beside it, not yet cleaned
 * @param line cleans a line of that
 */
record Content(
        RedactedReport redacted,
        DrawnPdf pdf,
        Supplier<byte[]> json,
        List<Beside> beside,
        UnaryOperator<String> line) {
    Content {
        beside = List.copyOf(beside);
    }
}
