package dev.linkscope.report.file;

import dev.linkscope.engine.port.ReportReader;
import dev.linkscope.engine.report.OpenedReport;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.ReportId;
import dev.linkscope.report.ReportJson;
import dev.linkscope.report.UnreadableReportException;
import dev.linkscope.report.pdf.PdfReportReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Opens reports from files: JSON, PDF, or the ZIP for support; the content decides, not the name.
 * Files are untrusted: what is read is bounded, and nothing of them is ever written.
 */
public final class ReportFiles implements ReportReader {
    /** A report of 200 printers over a week has about 20 MB; its tree takes ten times that. */
    private static final int MAX_MEGABYTES = 64;

    private static final int MEGA = 1000 * 1000;

    /** The key of an encrypted PDF's trailer (ISO 32000-2 §7.5.5), which is never encrypted. */
    private static final byte[] ENCRYPTED = "/Encrypt".getBytes(StandardCharsets.ISO_8859_1);

    private final Messages messages;

    /** Files whose troubles are explained in the language of the messages. */
    public ReportFiles(Messages messages) {
        this.messages = messages;
    }

    /**
     * Whether a file may be a report.
     *
     * @param head its first bytes, a kilobyte at least unless the file is shorter
     */
    public static boolean looksLikeReport(Path file, byte[] head) {
        return isNamedPdf(file) || isPdf(head) || SupportZip.isZip(head) || isReportJson(head);
    }

    /**
     * The report in a file.
     *
     * @throws UnreadableReportException if it is none, damaged, locked, too large or out of reach
     */
    @Override
    public OpenedReport read(Path file) throws UnreadableReportException {
        byte[] content = content(file);
        if (SupportZip.isZip(content)) {
            return json(new SupportZip(messages).report(file, MAX_MEGABYTES));
        }
        return isPdf(content) || isNamedPdf(file) ? pdf(content) : json(content);
    }

    private byte[] content(Path file) throws UnreadableReportException {
        try {
            // A device or a pipe has no size and may never end.
            if (!Files.isRegularFile(file)) {
                throw unreadable(file);
            }
            long bytes = Files.size(file);
            if (bytes > MAX_MEGABYTES * (long) MEGA) {
                throw UnreadableReportException.of(
                        messages, "too_large", bytes / MEGA, MAX_MEGABYTES);
            }
            // It may grow while it is read.
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(MAX_MEGABYTES * MEGA);
            }
        } catch (UnreadableReportException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    private UnreadableReportException unreadable(Path file) {
        return UnreadableReportException.of(
                messages, "file_unreadable", String.valueOf(file.getFileName()));
    }

    private OpenedReport pdf(byte[] content) throws UnreadableReportException {
        try {
            return new PdfReportReader(messages).open(content);
        } catch (UnreadableReportException e) {
            boolean locked = e.code().equals("damaged_pdf") && contains(content, ENCRYPTED);
            throw locked ? UnreadableReportException.of(messages, "password") : e;
        }
    }

    private OpenedReport json(byte[] content) throws UnreadableReportException {
        var json = new ReportJson(messages, "", Redaction.byLooks());
        return new OpenedReport(json.read(content), List.of(), ReportId.of(content));
    }

    private static boolean isNamedPdf(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    /** The marker of a PDF may follow other bytes (ISO 32000-2 annex I, note 1). */
    private static boolean isPdf(byte[] content) {
        return start(content, 1024).contains("%PDF-");
    }

    private static boolean isReportJson(byte[] head) {
        String start = start(head, head.length);
        int first = start.indexOf('{');
        return first >= 0
                && start.substring(0, first).replace("\u00EF\u00BB\u00BF", "").isBlank()
                && start.contains("\"schemaVersion\"");
    }

    private static String start(byte[] content, int length) {
        return new String(
                content, 0, Math.min(length, content.length), StandardCharsets.ISO_8859_1);
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        return new String(content, StandardCharsets.ISO_8859_1)
                .contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }
}
