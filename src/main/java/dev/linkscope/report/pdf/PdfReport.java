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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Writes a report as a PDF for people, tagged and fit for archives (PDF/A-3), with its data inside.
 * The same report gives the same file, byte for byte, except where letters come from a font of this
 * computer.
 */
public final class PdfReport implements ReportWriter {
    private final Messages messages;
    private final String toolVersion;
    private final Redaction redaction;
    private final Function<Trace, List<RatePoint>> curve;
    private final InstalledFonts installed;

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
        this(messages, toolVersion, redaction, curve, InstalledFonts.here());
    }

    PdfReport(
            Messages messages,
            String toolVersion,
            Redaction redaction,
            Function<Trace, List<RatePoint>> curve,
            InstalledFonts installed) {
        this.messages = messages.in24Hours();
        this.toolVersion = toolVersion;
        this.redaction = redaction;
        this.curve = curve;
        this.installed = installed;
    }

    @Override
    public void write(Report report, Path file) throws IOException {
        write(report, file, Progress.NONE);
    }

    /**
     * Writes the report; a file under the final name is always whole.
     *
     * @param progress is told printers drawn, and may end it: then no file is left
     * @throws IOException if it cannot be written, with a message for the user
     */
    public void write(Report report, Path file, Progress progress) throws IOException {
        byte[] pdf = toBytes(RedactedReport.of(report, redaction), progress);
        try {
            AtomicFile.write(file, out -> out.write(pdf));
        } catch (IOException e) {
            throw new IOException(messages.text("report.unwritable", file.toString()), e);
        }
    }

    /**
     * The whole PDF of a report that was redacted.
     *
     * @param progress is told printers drawn, and may end it
     * @throws IOException if it cannot be drawn
     */
    public byte[] toBytes(RedactedReport redacted, Progress progress) throws IOException {
        byte[] json = new ReportJson(messages, toolVersion, redaction).write(redacted);
        String id = ReportId.of(json);
        List<Attachment> files = Attachment.all(redacted, json, id, toolVersion);
        int steps = redacted.report().printers().size() + 1;
        try (var document = new PDDocument()) {
            draw(document, redacted, id, files, done -> progress.at(done, steps));
            Attachments.add(document, files, redacted.report().generatedAt());
            var out = new ByteArrayOutputStream();
            document.save(out);
            progress.at(steps, steps);
            return out.toByteArray();
        }
    }

    private void draw(
            PDDocument document,
            RedactedReport redacted,
            String id,
            List<Attachment> files,
            IntConsumer drawn)
            throws IOException {
        Report report = redacted.report();
        var look = new Look(new Fonts(document, installed), messages);
        try (var sheet = new Sheet(document)) {
            var made = new Made(id, toolVersion, redacted.removed());
            new ReportPages(look, sheet, made, curve).add(report, (done, of) -> drawn.accept(done));
            List<Sheet.Begun> begun = sheet.finish();
            new Furniture(look, id, toolVersion, report.simulated(), files)
                    .add(document, begun, report.generatedAt());
            DocumentInfo.set(
                    document, begun.getFirst().subject(), report.language(), report.generatedAt());
        }
    }
}
