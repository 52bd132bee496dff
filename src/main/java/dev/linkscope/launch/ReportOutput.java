package dev.linkscope.launch;

import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.PaneCurve;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.JsonReport;
import dev.linkscope.report.Redaction;
import dev.linkscope.report.ReportJson;
import dev.linkscope.report.draft.Drafts;
import dev.linkscope.report.pdf.PdfReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes a report wherever the command line asked for it. */
final class ReportOutput {
    private final Terminal terminal;

    /** An output to this terminal. */
    ReportOutput(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Writes the report. What was measured is not lost with a file that cannot be written: the
     * other file is written all the same, and the text is printed where nothing else was.
     *
     * @param json file for JSON, {@code -} for standard output, null for readable text instead
     * @param pdf file for a PDF; null for none
     * @throws IOException if a file could not be written, after everything else was
     */
    void write(Report report, @Nullable String json, @Nullable Path pdf) throws IOException {
        IOException unwritten = null;
        if (pdf != null) {
            try {
                pdf(terminal).write(report, pdf);
                terminal.note(terminal.messages().text("command.written", pdf.toString()));
            } catch (IOException e) {
                unwritten = e;
            }
        }
        if (json != null) {
            try {
                json(report, json);
            } catch (IOException e) {
                text(report);
                throw suppressing(e, unwritten);
            }
        } else {
            text(report);
        }
        if (unwritten != null) {
            throw unwritten;
        }
    }

    private void text(Report report) {
        new ReportText(terminal.messages()).lines(report).forEach(terminal::result);
    }

    private static IOException suppressing(IOException e, @Nullable IOException other) {
        if (other != null) {
            e.addSuppressed(other);
        }
        return e;
    }

    /** The writer of PDF reports. */
    static PdfReport pdf(Terminal terminal) {
        return new PdfReport(
                terminal.messages(), Version.number(), Redaction.byLooks(), PaneCurve::of);
    }

    /** The press of reports that knows no secret. */
    static Drafts press(Messages messages) {
        return press(messages, List::of);
    }

    /**
     * The press of reports.
     *
     * @param secrets what must not be written in any form
     */
    static Drafts press(Messages messages, Supplier<? extends Collection<String>> secrets) {
        return new Drafts(messages, Version.number(), new Redaction(secrets), PaneCurve::of);
    }

    private void json(Report report, String file) throws IOException {
        if (file.equals("-")) {
            var json = new ReportJson(terminal.messages(), Version.number(), Redaction.byLooks());
            terminal.json(new String(json.write(report), StandardCharsets.UTF_8));
            // A full disk behind standard output must not look like a report that was written.
            if (terminal.results().checkError()) {
                throw new IOException(terminal.messages().text("command.unwritten.stdout"));
            }
        } else {
            new JsonReport(terminal.messages(), Version.number(), Redaction.byLooks())
                    .write(report, Path.of(file));
            terminal.note(terminal.messages().text("command.written", file));
        }
    }
}
