package dev.linkscope.report.file;

import dev.linkscope.domain.report.Report;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.ReportJson;
import dev.linkscope.report.UnreadableReportException;
import dev.linkscope.report.pdf.PdfReportReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Opens reports from files, JSON or PDF; the content decides, not the name. */
public final class ReportFiles {
    /** A report of 200 printers over a week has about 20 MB; its tree takes ten times that. */
    private static final int MAX_MEGABYTES = 64;

    private static final int MEGA = 1000 * 1000;

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
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf")
                || isPdf(head)
                || isReportJson(head);
    }

    /**
     * The report in a file.
     *
     * @throws UnreadableReportException if it is none, damaged, too large or out of reach
     */
    public Report read(Path file) throws UnreadableReportException {
        byte[] content;
        try {
            long megabytes = Files.size(file) / MEGA;
            if (megabytes > MAX_MEGABYTES) {
                throw UnreadableReportException.of(messages, "too_large", megabytes, MAX_MEGABYTES);
            }
            content = Files.readAllBytes(file);
        } catch (UnreadableReportException e) {
            throw e;
        } catch (IOException e) {
            throw UnreadableReportException.of(
                    messages, "file_unreadable", String.valueOf(file.getFileName()));
        }
        boolean pdf = isPdf(content) || file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
        return pdf
                ? new PdfReportReader(messages).read(content)
                : new ReportJson(messages, "", Redaction.byLooks()).read(content);
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
}
