package dev.linkscope.report.draft;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.engine.report.Removed;
import dev.linkscope.engine.report.ReportDraft;
import dev.linkscope.engine.report.ReportFormat;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.JsonReport;
import dev.linkscope.report.RedactedReport;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.pdf.PdfReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** One report, drawn up. */
final class Draft implements ReportDraft {
    private final Report original;
    private final RedactedReport redacted;
    private final PdfReport pdf;
    private final JsonReport json;

    Draft(
            Report report,
            Messages messages,
            String toolVersion,
            Redaction redaction,
            Function<Trace, List<RatePoint>> curve) {
        original = report;
        redacted = RedactedReport.of(report, redaction);
        pdf = new PdfReport(messages, toolVersion, redaction, curve);
        json = new JsonReport(messages, toolVersion, redaction);
    }

    @Override
    public Report report() {
        return redacted.report();
    }

    @Override
    public List<Removed> removed() {
        return List.of();
    }

    @Override
    public int pages() {
        return 1;
    }

    @Override
    public byte[] page(int page, int dpi) throws IOException {
        return new byte[0];
    }

    @Override
    public void write(ReportFormat format, Path file, Progress progress) throws IOException {
        if (format == ReportFormat.PDF) {
            pdf.write(original, file);
        } else {
            json.write(original, file);
        }
    }

    @Override
    public void close() {}
}
