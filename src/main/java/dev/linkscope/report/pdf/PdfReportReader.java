package dev.linkscope.report.pdf;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.report.OpenedReport;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.Manifest;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.ReportId;
import dev.linkscope.report.ReportJson;
import dev.linkscope.report.UnreadableReportException;
import dev.linkscope.support.OneLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** Reads the report inside a PDF that Linkscope wrote, and tells what of the PDF is damaged. */
public final class PdfReportReader {
    private static final int MEGA = 1000 * 1000;
    private static final int NAMES_SHOWN = 5;
    private static final int LONGEST_NAME = 60;

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
     * @throws UnreadableReportException as {@link #open} does
     */
    public Report read(byte[] pdf) throws UnreadableReportException {
        return open(pdf).report();
    }

    /**
     * The report inside, and what is to be known of the other files there.
     *
     * @throws UnreadableReportException if the PDF is damaged, unpacks to more than a report has,
     *     has none inside, or a damaged one
     */
    public OpenedReport open(byte[] pdf) throws UnreadableReportException {
        Map<String, byte @Nullable []> files = attached(pdf);
        if (!files.containsKey(Attachment.REPORT)) {
            throw UnreadableReportException.of(messages, "no_report_inside");
        }
        List<Statement> remarks = new ArrayList<>();
        boolean whole = check(files, remarks);
        byte[] report = files.get(Attachment.REPORT);
        if (report == null || !whole) {
            throw UnreadableReportException.of(messages, "damaged_inside");
        }
        return new OpenedReport(json.read(report), remarks, ReportId.of(report));
    }

    /** Compares what is inside with the list; false if the report itself is another. */
    private static boolean check(Map<String, byte @Nullable []> files, List<Statement> remarks) {
        if (!files.containsKey(Manifest.NAME)) {
            // So were those before there were lists.
            return true;
        }
        byte[] list = files.get(Manifest.NAME);
        Manifest manifest = list == null ? null : Manifest.read(list);
        if (manifest == null) {
            remarks.add(Statement.of("report.inside.no_list"));
            return true;
        }
        Map<String, byte @Nullable []> listed = new LinkedHashMap<>(files);
        listed.remove(Manifest.NAME);
        Manifest.Differences differences = manifest.compare(listed);
        remark(remarks, "report.inside.damaged", differences.damaged());
        remark(remarks, "report.inside.missing", differences.missing());
        remark(remarks, "report.inside.unlisted", differences.unlisted());
        return differences.whole(Attachment.REPORT);
    }

    private static void remark(List<Statement> remarks, String key, Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        String shown =
                names.stream()
                        .limit(NAMES_SHOWN)
                        .map(name -> OneLine.of(name, LONGEST_NAME))
                        .collect(Collectors.joining(", "));
        int more = Math.max(0, names.size() - NAMES_SHOWN);
        remarks.add(Statement.of(key, shown, more));
    }

    private Map<String, byte @Nullable []> attached(byte[] pdf) throws UnreadableReportException {
        if (PackedStreams.tooMuch(pdf)) {
            throw tooLarge(PackedStreams.MAX_BYTES);
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return Attachments.read(document);
        } catch (Attachments.TooLargeException e) {
            throw tooLarge(Attachments.MAX_BYTES);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // PDFBox throws class cast and other runtime exceptions at broken objects, and follows
            // objects within objects however deep they go.
            throw UnreadableReportException.of(messages, "damaged_pdf");
        }
    }

    private UnreadableReportException tooLarge(long bytes) {
        return UnreadableReportException.of(messages, "unpacks_too_far", bytes / MEGA);
    }
}
