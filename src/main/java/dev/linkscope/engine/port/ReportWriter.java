package dev.linkscope.engine.port;

import dev.linkscope.domain.report.Report;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a report as a file of one format. */
@FunctionalInterface
public interface ReportWriter {
    /**
     * Writes the report; a file under the final name is always whole.
     *
     * @throws IOException if it cannot be written, with a message for the user
     */
    void write(Report report, Path file) throws IOException;
}
