package dev.linkscope.engine.report;

import dev.linkscope.domain.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A report as it would be written, to be looked at first. Its methods block; never call them on the
 * window's thread.
 */
public interface ReportDraft extends AutoCloseable {
    /** The report, redacted. */
    Report report();

    /** What was taken out, by kind, the most frequent first. */
    List<Removed> removed();

    /** Pages of the PDF; at least 1. */
    int pages();

    /**
     * A page as a picture in PNG.
     *
     * @param page counted from 0
     * @param dpi resolution, 36 to 300
     * @throws IOException if it cannot be drawn
     */
    byte[] page(int page, int dpi) throws IOException;

    /**
     * Writes it; a file under the final name is always whole.
     *
     * @throws IOException if it cannot be written, with a message for the user
     */
    void write(ReportFormat format, Path file, Progress progress) throws IOException;

    /** Forgets it. Idempotent. */
    @Override
    void close();
}
