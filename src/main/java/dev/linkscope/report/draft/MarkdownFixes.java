package dev.linkscope.report.draft;

import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.ReportedFix;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.FixTitles;
import dev.linkscope.report.Times;
import dev.linkscope.report.Wording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was tried with a printer as Markdown: every change, and what came of those watched. */
final class MarkdownFixes {
    private final Messages messages;
    private final Times times;
    private final Markdown text;
    private final FixTitles titles;
    private final Wording wording;

    MarkdownFixes(Messages messages, Times times, Markdown text) {
        this.messages = messages;
        this.times = times;
        this.text = text;
        this.titles = new FixTitles(messages);
        this.wording = new Wording(messages);
    }

    void add(PrinterReport printer) throws IOException {
        if (printer.fixes().isEmpty()) {
            return;
        }
        text.heading(3, messages.text("report.text.tried"));
        for (ReportedFix fix : printer.fixes()) {
            var one = fix.fixCase();
            text.paragraph(
                    titles.plan(one.plan(), printer.name()),
                    messages.text("report.pdf.fix.case." + one.state().wireName()));
            List<List<String>> rows = new ArrayList<>();
            rows.add(
                    List.of(
                            messages.text("report.text.when"),
                            messages.text("report.text.step"),
                            messages.text("report.text.change"),
                            messages.text("report.text.result")));
            fix.entries().forEach(entry -> rows.add(cells(printer, entry)));
            one.trials().forEach(trial -> rows.add(cells(printer, trial)));
            if (rows.size() > 1) {
                text.table(rows);
            }
        }
    }

    private List<String> cells(PrinterReport printer, LedgerEntry entry) {
        List<String> result = new ArrayList<>();
        result.add(messages.text("report.pdf.fix.entry." + entry.state().wireName()));
        entry.said().forEach(said -> result.add(wording.of(said)));
        return List.of(
                times.moment(entry.begun()),
                titles.step(entry.step(), printer.name()),
                changes(entry),
                String.join(" ", result));
    }

    private List<String> cells(PrinterReport printer, Trial trial) {
        return List.of(
                times.moment(trial.changedAt()),
                titles.step(trial.step(), printer.name()),
                messages.text("report.text.watched"),
                messages.text("report.pdf.fix.trial." + trial.state().wireName()));
    }

    private String changes(LedgerEntry entry) {
        return entry.changes().isEmpty()
                ? "–"
                : entry.changes().stream().map(this::change).collect(Collectors.joining("; "));
    }

    private String change(ValueChange change) {
        return messages.text(
                "report.pdf.fix.value",
                change.place(),
                value(change.before()),
                value(change.after()));
    }

    private String value(@Nullable String value) {
        return value == null ? messages.text("report.pdf.fix.none") : value;
    }
}
