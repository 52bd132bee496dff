package dev.linkscope.report.draft;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.port.ReportPress;
import dev.linkscope.engine.report.Enclosure;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.engine.report.ReportDraft;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.RedactedReport;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.ReportJson;
import dev.linkscope.report.pdf.PdfReport;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Draws reports up in the language and the time zone of the messages. */
public final class Drafts implements ReportPress {
    private final Messages messages;
    private final String toolVersion;
    private final Redaction redaction;
    private final Function<Trace, List<RatePoint>> curve;

    /**
     * A press.
     *
     * @param toolVersion version of this program
     * @param redaction what must not be written
     * @param curve the error-rate curve of a trace, oldest point first
     */
    public Drafts(
            Messages messages,
            String toolVersion,
            Redaction redaction,
            Function<Trace, List<RatePoint>> curve) {
        this.messages = messages.in24Hours();
        this.toolVersion = toolVersion;
        this.redaction = redaction;
        this.curve = curve;
    }

    /**
     * {@inheritDoc}
     *
     * @param progress is also told while pages are drawn to be looked at
     */
    @Override
    public ReportDraft draft(Report report, List<Enclosure> enclosures, Progress progress)
            throws IOException {
        progress.at(0, 0);
        Redaction known = redaction.now();
        var pdf = new PdfReport(messages, toolVersion, known, curve);
        var json = new ReportJson(messages, toolVersion, known);
        RedactedReport redacted = RedactedReport.of(report, known);
        var content =
                new Content(
                        redacted,
                        new DrawnPdf(told -> pdf.toBytes(redacted, told)),
                        () -> json.write(redacted),
                        Beside.of(report, enclosures));
        progress.at(0, 0);
        return new Draft(content, messages, toolVersion, known::clean, progress);
    }
}
