package dev.linkscope.report.pdf;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.port.ReportWriter;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.AtomicFile;
import dev.linkscope.report.RedactedReport;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.ReportId;
import dev.linkscope.report.ReportJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Writes a report as a PDF for people, with the same report as JSON inside. The same report gives
 * the same file, byte for byte.
 */
public final class PdfReport implements ReportWriter {
    private final Messages messages;
    private final String toolVersion;
    private final Redaction redaction;
    private final Function<Trace, List<RatePoint>> curve;

    /**
     * A writer in the language and the time zone of the messages.
     *
     * @param toolVersion version of this program
     * @param redaction what must not be written
     * @param curve the error-rate curve of a trace, oldest point first
     */
    public PdfReport(
            Messages messages,
            String toolVersion,
            Redaction redaction,
            Function<Trace, List<RatePoint>> curve) {
        this.messages = messages;
        this.toolVersion = toolVersion;
        this.redaction = redaction;
        this.curve = curve;
    }

    @Override
    public void write(Report report, Path file) throws IOException {
        try {
            AtomicFile.write(file, out -> write(report, out));
        } catch (IOException e) {
            throw new IOException(messages.text("report.unwritable", file.toString()), e);
        }
    }

    /** Writes the PDF to a stream, which stays open. */
    void write(Report report, OutputStream out) throws IOException {
        RedactedReport redacted = RedactedReport.of(report, redaction);
        byte[] json = new ReportJson(messages, toolVersion, redaction).write(redacted);
        try (var document = new PDDocument()) {
            draw(document, redacted, ReportId.of(json));
            Attachment.add(document, json, report.generatedAt());
            document.save(out);
        }
    }

    private void draw(PDDocument document, RedactedReport redacted, String id) throws IOException {
        Report report = redacted.report();
        var look = new Look(document, messages);
        try (var sheet = new Sheet(document)) {
            var made = new Made(id, toolVersion, redacted.removed());
            new ReportPages(look, sheet, made, curve).add(report, Progress.NONE);
            List<Sheet.Begun> begun = sheet.finish();
            new Furniture(look, id, toolVersion, report.simulated())
                    .add(document, begun, report.generatedAt());
            DocumentInfo.set(
                    document, begun.getFirst().subject(), report.language(), report.generatedAt());
        }
    }
}
