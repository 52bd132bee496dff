package dev.linkscope.report.draft;

import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.Times;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A report that was redacted as Markdown, in the language and the time zone of the messages. */
final class MarkdownReport {
    private static final int MOST_SHARED = 20;

    /** What is explained at the end: keys below {@code report.text.means}. */
    private static final List<String> TERMS =
            List.of(
                    "attempt",
                    "not_measured",
                    "rate",
                    "interval",
                    "down",
                    "outage",
                    "bursts",
                    "confidence");

    private final Messages messages;
    private final String toolVersion;
    private final UnaryOperator<String> cleaner;
    private final Times times;

    /**
     * In these words.
     *
     * @param cleaner cleans a text once more
     */
    MarkdownReport(Messages messages, String toolVersion, UnaryOperator<String> cleaner) {
        this.messages = messages;
        this.toolVersion = toolVersion;
        this.cleaner = cleaner;
        this.times = new Times(messages.locale(), messages.zone());
    }

    /**
     * Writes it in UTF-8; the stream stays open.
     *
     * @param id short name of the report
     * @param progress is told each printer
     */
    void write(Report report, String id, OutputStream out, Progress progress) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        var text = new Markdown(writer, cleaner);
        List<PrinterReport> printers = report.printers();
        head(text, report, id);
        var one = new MarkdownPrinter(messages, times, text);
        int done = 0;
        for (PrinterReport printer : printers) {
            progress.at(done++, printers.size());
            one.add(printer, printers.size() > 1);
        }
        progress.at(done, printers.size());
        shared(text, report);
        text.heading(2, messages.text("report.text.means"));
        for (String term : TERMS) {
            String key = "report.text.means." + term;
            text.item(messages.text(key + ".term"), messages.text(key));
        }
        writer.flush();
    }

    private void head(Markdown text, Report report, String id) throws IOException {
        List<PrinterReport> printers = report.printers();
        text.heading(
                1,
                printers.size() == 1
                        ? messages.text("report.text.title", printers.getFirst().name())
                        : messages.text("report.text.title.farm", printers.size()));
        text.paragraph(
                messages.text(
                        "report.text.head",
                        id,
                        times.stamp(report.generatedAt()),
                        times.offset(report.generatedAt()),
                        toolVersion));
        text.paragraph(messages.text("report.text.level." + report.scope().level().wireName()));
        if (report.simulated()) {
            text.paragraph(messages.text("report.text.simulated"));
        }
        String note = report.scope().note();
        if (note != null && !note.isBlank()) {
            text.paragraph(messages.text("report.text.before"), note);
        }
    }

    private void shared(Markdown text, Report report) throws IOException {
        if (report.sharedOutages().isEmpty()) {
            return;
        }
        Map<String, String> names = new HashMap<>();
        report.printers().forEach(printer -> names.put(printer.id(), printer.name()));
        text.heading(2, messages.text("report.text.shared"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        messages.text("report.text.from"),
                        messages.text("report.text.to"),
                        messages.text("report.text.length"),
                        messages.text("report.text.shared.printers")));
        for (SharedOutage outage : report.sharedOutages().stream().limit(MOST_SHARED).toList()) {
            rows.add(
                    List.of(
                            times.moment(outage.from()),
                            times.moment(outage.to()),
                            messages.duration(Duration.between(outage.from(), outage.to())),
                            messages.text(
                                    "report.text.shared.count",
                                    outage.members().size(),
                                    outage.measured(),
                                    outage.members().stream()
                                            .map(id -> names.getOrDefault(id, id))
                                            .collect(Collectors.joining(", ")))));
        }
        text.table(rows);
        int more = report.sharedOutages().size() - MOST_SHARED;
        if (more > 0) {
            text.paragraph(messages.text("report.text.more", more));
        }
    }
}
