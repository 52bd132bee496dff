package dev.linkscope.report.draft;

import dev.linkscope.report.RedactedReport;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a draft is made of.
 *
 * @param redacted the report, cleaned
 * @param pdf its PDF
 * @param json makes its JSON
 * @param beside what goes beside it, not yet cleaned
 */
record Content(RedactedReport redacted, DrawnPdf pdf, Supplier<byte[]> json, List<Beside> beside) {
    Content {
        beside = List.copyOf(beside);
    }
}
