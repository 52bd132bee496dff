package dev.linkscope.report.pdf;

import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.report.OpenedReport;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.ReportId;
import dev.linkscope.report.ReportJson;
import dev.linkscope.report.UnreadableReportException;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** Reads the report inside a PDF that Linkscope wrote. */
public final class PdfReportReader {
    private final Messages messages;
    private final ReportJson json;

    /** A reader that explains itself in the language of the messages. */
    public PdfReportReader(Messages messages) {
        this.messages = messages;
        this.json = new ReportJson(messages, "", Redaction.byLooks());
    }

    /**
     * The report inside.
     *
     * @throws UnreadableReportException if the PDF is damaged, has none, or has a damaged one
     */
    public Report read(byte[] pdf) throws UnreadableReportException {
        return open(pdf).report();
    }

    /**
     * The same with its short name, which is that of the attached bytes.
     *
     * @throws UnreadableReportException as {@link #read}
     */
    public OpenedReport open(byte[] pdf) throws UnreadableReportException {
        byte[] attached = attached(pdf);
        if (attached == null) {
            throw UnreadableReportException.of(messages, "no_report_inside");
        }
        return new OpenedReport(json.read(attached), List.of(), ReportId.of(attached));
    }

    private byte @Nullable [] attached(byte[] pdf) throws UnreadableReportException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return Attachment.read(document);
        } catch (IOException | RuntimeException e) {
            // PDFBox throws class cast and other runtime exceptions at broken objects.
            throw UnreadableReportException.of(messages, "damaged_pdf");
        }
    }
}
