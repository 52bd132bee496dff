package dev.linkscope.engine.report;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.report.Report;
import java.util.List;

/**
 * A report that was read from a file.
 *
 * @param report the report
 * @param remarks what is to be known of the file, such as a damaged attachment
 */
public record OpenedReport(Report report, List<Statement> remarks) {
    public OpenedReport {
        remarks = List.copyOf(remarks);
    }
}
