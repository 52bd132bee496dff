package dev.linkscope.report.draft;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Coverage;
import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.ReportFailure;
import dev.linkscope.i18n.Messages;
import dev.linkscope.report.Times;
import dev.linkscope.report.Wording;
import dev.linkscope.support.WireName;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One printer of a report as Markdown. */
final class MarkdownPrinter {
    private final Messages messages;
    private final Times times;
    private final Markdown text;
    private final Wording wording;
    private final MarkdownPanes panes;
    private final MarkdownFixes fixes;

    MarkdownPrinter(Messages messages, Times times, Markdown text) {
        this.messages = messages;
        this.times = times;
        this.text = text;
        this.wording = new Wording(messages);
        this.panes = new MarkdownPanes(messages, times, text);
        this.fixes = new MarkdownFixes(messages, times, text);
    }

    /** Adds a printer, under a heading of its own where there are several. */
    void add(PrinterReport printer, boolean several) throws IOException {
        if (several) {
            text.heading(2, printer.name());
        }
        verdict(printer);
        panes.figures(printer);
        findings(printer.findings());
        panes.outages(printer);
        fixes.add(printer);
        notes(printer);
        facts(printer.facts());
    }

    private void verdict(PrinterReport printer) throws IOException {
        List<String> said = new ArrayList<>();
        ReportFailure error = printer.connection().error();
        if (error != null) {
            said.add(error.message());
            said.add(error.nextStep());
        }
        for (Statement statement : printer.headline()) {
            String sentence = wording.of(statement);
            if (!said.contains(sentence)) {
                said.add(sentence);
            }
        }
        text.heading(3, messages.text("report.text.verdict")).list(said);
        text.paragraph(messages.text("report.text.reached", printer.target()));
        text.paragraph(measured(printer.coverage()));
    }

    private String measured(Coverage coverage) {
        Instant from = coverage.from();
        Instant to = coverage.to();
        return from == null || to == null
                ? messages.text("report.text.nothing")
                : messages.text(
                        "report.text.measured",
                        times.moment(from),
                        times.moment(to),
                        coverage.measured(),
                        coverage.slots());
    }

    private void findings(List<Finding> findings) throws IOException {
        if (findings.isEmpty()) {
            return;
        }
        text.heading(3, messages.text("report.text.findings"));
        for (Finding finding : findings) {
            if (finding.supported()) {
                text.paragraph(wording.of(finding.title()), standing(finding));
                side(finding, true, "report.text.for");
                side(finding, false, "report.text.against");
                Statement next = finding.nextTest();
                if (next != null) {
                    text.item(messages.text("report.text.next"), wording.of(next));
                }
                text.gap();
            }
        }
        names(findings, Verdict.INCONCLUSIVE, "report.text.cannot_tell");
        names(findings, Verdict.REFUTED, "report.text.no_sign");
    }

    private void side(Finding finding, boolean speaksFor, String key) throws IOException {
        for (Evidence evidence : finding.evidence()) {
            if (evidence.speaksFor() == speaksFor) {
                text.item(messages.text(key), wording.of(evidence.text()));
            }
        }
    }

    private void names(List<Finding> findings, Verdict verdict, String key) throws IOException {
        String names =
                findings.stream()
                        .filter(finding -> finding.verdict() == verdict)
                        .map(finding -> wording.of(finding.title()))
                        .collect(Collectors.joining("; "));
        if (!names.isEmpty()) {
            text.paragraph(messages.text(key), names);
        }
    }

    private String standing(Finding finding) {
        return messages.text("report.pdf.confidence." + WireName.of(finding.confidence()))
                + ", "
                + messages.text("report.pdf.severity." + WireName.of(finding.severity()));
    }

    private void notes(PrinterReport printer) throws IOException {
        List<UserNote> notes = printer.details().notes();
        if (!notes.isEmpty()) {
            text.heading(3, messages.text("report.text.notes"));
            for (UserNote note : notes) {
                text.item(times.moment(note.at()), note.text());
            }
            text.gap();
        }
        List<Statement> said = printer.details().said();
        if (!said.isEmpty()) {
            text.heading(3, messages.text("report.text.said"));
            text.list(said.stream().map(wording::of).toList());
        }
    }

    private void facts(List<Fact> facts) throws IOException {
        if (facts.isEmpty()) {
            return;
        }
        text.heading(3, messages.text("report.text.environment"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        messages.text("report.text.fact"),
                        messages.text("report.text.fact.value")));
        for (Fact fact : facts) {
            if (fact.status() == FactStatus.KNOWN) {
                String value = String.valueOf(fact.value());
                String said =
                        fact.unit() == null ? value : messages.figure(value) + " " + fact.unit();
                rows.add(List.of(name(fact), said));
            }
        }
        if (rows.size() > 1) {
            text.table(rows);
        }
        names(facts, FactStatus.ABSENT, "report.text.fact.absent");
        names(facts, FactStatus.NOT_CHECKED, "report.text.fact.not_checked");
    }

    private void names(List<Fact> facts, FactStatus status, String key) throws IOException {
        String names =
                facts.stream()
                        .filter(fact -> fact.status() == status)
                        .map(fact ->
                                fact.reason() == null
                                        ? name(fact)
                                        : name(fact) + " (" + fact.reason() + ")")
                        .collect(Collectors.joining("; "));
        if (!names.isEmpty()) {
            text.paragraph(messages.text(key), names);
        }
    }

    /** Its name in plain words where there is one. */
    private String name(Fact fact) {
        String key = "fact." + fact.key();
        return messages.has(key) ? messages.text(key) : fact.key();
    }
}
