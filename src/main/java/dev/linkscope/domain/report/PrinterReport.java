package dev.linkscope.domain.report;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Coverage;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.plugin.PluginReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One printer in a report. An unreachable one stays in the list with null panes.
 *
 * @param id Linkscope's id
 * @param name what the user calls it
 * @param target how it is reached
 * @param connection how the link stood
 * @param coverage what was measured
 * @param server server pane; null if nothing was measured
 * @param webcam webcam pane; null if no camera is configured
 * @param headline the verdict, most important sentence first
 * @param findings best first
 * @param facts what is known of the Pi
 * @param plugin the plugin's own report; null unless the user had it read
 * @param fixes what was tried, the oldest first
 * @param details what the further pages tell
 */
public record PrinterReport(
        String id,
        String name,
        String target,
        Connection connection,
        Coverage coverage,
        @Nullable Pane server,
        @Nullable Pane webcam,
        List<Statement> headline,
        List<Finding> findings,
        List<Fact> facts,
        @Nullable PluginReport plugin,
        List<ReportedFix> fixes,
        PrinterDetails details) {
    public PrinterReport {
        headline = List.copyOf(headline);
        findings = List.copyOf(findings);
        facts = List.copyOf(facts);
        fixes = List.copyOf(fixes);
    }

    /** A printer with which nothing was tried. */
    public PrinterReport(
            String id,
            String name,
            String target,
            Connection connection,
            Coverage coverage,
            @Nullable Pane server,
            @Nullable Pane webcam,
            List<Statement> headline,
            List<Finding> findings,
            List<Fact> facts,
            @Nullable PluginReport plugin) {
        this(
                id,
                name,
                target,
                connection,
                coverage,
                server,
                webcam,
                headline,
                findings,
                facts,
                plugin,
                List.of(),
                PrinterDetails.NONE);
    }

    /** A printer whose plugin was not asked. */
    public PrinterReport(
            String id,
            String name,
            String target,
            Connection connection,
            Coverage coverage,
            @Nullable Pane server,
            @Nullable Pane webcam,
            List<Statement> headline,
            List<Finding> findings,
            List<Fact> facts) {
        this(
                id,
                name,
                target,
                connection,
                coverage,
                server,
                webcam,
                headline,
                findings,
                facts,
                null);
    }

    /** The same, with what was tried. */
    public PrinterReport withFixes(List<ReportedFix> tried) {
        return new PrinterReport(
                id,
                name,
                target,
                connection,
                coverage,
                server,
                webcam,
                headline,
                findings,
                facts,
                plugin,
                tried,
                details);
    }

    /** The same, with what the further pages tell. */
    public PrinterReport withDetails(PrinterDetails other) {
        return new PrinterReport(
                id,
                name,
                target,
                connection,
                coverage,
                server,
                webcam,
                headline,
                findings,
                facts,
                plugin,
                fixes,
                other);
    }
}
