package dev.linkscope.engine.report;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.report.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report that was read from a file.
 *
 * @param report the report
 * @param remarks what is to be known of the file, such as a damaged attachment
 * @param id its short name, such as {@code LS-7QK4-22N}; null if it was not worked out
 */
public record OpenedReport(Report report, List<Statement> remarks, @Nullable String id) {
    public OpenedReport {
        remarks = List.copyOf(remarks);
    }

    /** A report whose short name was not worked out. */
    public OpenedReport(Report report, List<Statement> remarks) {
        this(report, remarks, null);
    }

    /** The same under its short name. */
    public OpenedReport withId(String other) {
        return new OpenedReport(report, remarks, other);
    }
}
