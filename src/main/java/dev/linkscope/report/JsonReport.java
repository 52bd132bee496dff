package dev.linkscope.report;

import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.port.ReportWriter;
import dev.linkscope.i18n.Messages;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a report as a JSON file. */
public final class JsonReport implements ReportWriter {
    private final Messages messages;
    private final ReportJson json;

    /** A writer in the language of the messages. */
    public JsonReport(Messages messages, String toolVersion, Redaction redaction) {
        this.messages = messages;
        this.json = new ReportJson(messages, toolVersion, redaction);
    }

    @Override
    public void write(Report report, Path file) throws IOException {
        byte[] content = json.write(report);
        try {
            AtomicFile.write(file, out -> out.write(content));
        } catch (IOException e) {
            throw new IOException(messages.text("report.unwritable", file.toString()), e);
        }
    }
}
