package dev.linkscope.engine;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.engine.report.ReportDraft;
import dev.linkscope.engine.report.ReportFormat;
import dev.linkscope.engine.report.ReportRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes reports of what is being watched. Its methods block; never call them on the window's
 * thread.
 */
public interface ReportDesk {
    /**
     * Writes a PDF of the chosen printers.
     *
     * @throws IOException if it cannot be written, with a message for the user
     */
    default void exportPdf(List<PrinterId> printers, Path file) throws IOException {
        var request = new ReportRequest(printers, ReportScope.USUAL, false);
        try (ReportDraft draft = draft(request, Progress.NONE)) {
            draft.write(ReportFormat.PDF, file, Progress.NONE);
        }
    }

    /**
     * Draws up a report; nothing is written.
     *
     * @throws IOException if it cannot be drawn up, with a message for the user
     */
    ReportDraft draft(ReportRequest request, Progress progress) throws IOException;
}
