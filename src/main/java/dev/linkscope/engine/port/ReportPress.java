package dev.linkscope.engine.port;

import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.report.Enclosure;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.engine.report.ReportDraft;
import java.io.IOException;
import java.util.List;

/** Redacts reports and draws them. */
@FunctionalInterface
public interface ReportPress {
    /**
     * The report as it would be written, redacted as its scope says.
     *
     * @param enclosures what goes beside it, redacted with it
     * @throws IOException if it cannot be drawn, with a message for the user
     */
    ReportDraft draft(Report report, List<Enclosure> enclosures, Progress progress)
            throws IOException;
}
