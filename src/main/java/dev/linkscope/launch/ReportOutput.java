package dev.linkscope.launch;

import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.PaneCurve;
import dev.linkscope.report.JsonReport;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.ReportJson;
import dev.linkscope.report.pdf.PdfReport;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes a report wherever the command line asked for it. */
final class ReportOutput {
    private final Terminal terminal;

    /** An output to this terminal. */
    ReportOutput(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Writes the report.
     *
     * @param json file for JSON, {@code -} for standard output, null for readable text instead
     * @param pdf file for a PDF; null for none
     */
    void write(Report report, @Nullable String json, @Nullable Path pdf) throws IOException {
        if (json == null) {
            new ReportText(terminal.messages()).lines(report).forEach(terminal::result);
        } else {
            json(report, json);
        }
        if (pdf != null) {
            pdf(terminal).write(report, pdf);
            terminal.note(terminal.messages().text("command.written", pdf.toString()));
        }
    }

    /** The writer of PDF reports. */
    static PdfReport pdf(Terminal terminal) {
        return new PdfReport(
                terminal.messages(), Version.number(), Redaction.byLooks(), PaneCurve::of);
    }

    private void json(Report report, String file) throws IOException {
        if (file.equals("-")) {
            var json = new ReportJson(terminal.messages(), Version.number(), Redaction.byLooks());
            terminal.results().write(json.write(report));
            terminal.results().println();
            terminal.results().flush();
        } else {
            new JsonReport(terminal.messages(), Version.number(), Redaction.byLooks())
                    .write(report, Path.of(file));
            terminal.note(terminal.messages().text("command.written", file));
        }
    }
}
