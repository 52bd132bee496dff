package dev.linkscope.engine.port;

import dev.linkscope.engine.report.OpenedReport;
import java.io.IOException;
import java.nio.file.Path;

/** Reads reports that Linkscope wrote. */
@FunctionalInterface
public interface ReportReader {
    /**
     * The report in a file.
     *
     * @throws IOException if there is none, with a message for the user that names the next step
     */
    OpenedReport read(Path file) throws IOException;
}
