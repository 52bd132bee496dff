package dev.linkscope.report;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.ReportFailure;
import dev.linkscope.i18n.Messages;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A printer's report as at most ten lines of plain text, to paste into a chat. Times are UTC. */
public final class ChatSummary {
    /** Most lines it ever has. */
    public static final int MAX_LINES = 10;

    /** More would not fit on a line of the PDF. */
    private static final int FACTS_IN_LINE = 3;

    /** What whoever reads a chat asks for first, in this order. */
    private static final List<String> FACTS =
            List.of(
                    "pi.model",
                    "os.name",
                    "octoprint.version",
                    "obico.version",
                    "link.kind",
                    "wifi.signal",
                    "power.undervoltage.since_boot",
                    "agent.limits");

    private final Messages messages;
    private final PaneWords words;
    private final Wording wording;
    private final Times times;

    /** A summary in the language of the messages. */
    public ChatSummary(Messages messages) {
        this.messages = messages;
        this.words = new PaneWords(messages);
        this.wording = new Wording(messages);
        this.times = new Times(messages.locale(), ZoneOffset.UTC);
    }

    /**
     * The lines for one printer of a report that was redacted.
     *
     * @param id short name of the report
     * @param simulated whether its data are made up
     */
    public List<String> lines(PrinterReport printer, String id, boolean simulated) {
        List<String> lines = new ArrayList<>();
        var coverage = printer.coverage();
        if (coverage.from() != null && coverage.to() != null) {
            String span = times.span(coverage.from(), coverage.to());
            lines.add(messages.text("report.chat.head", id, printer.name(), span));
        } else {
            lines.add(messages.text("report.chat.head.empty", id, printer.name()));
        }
        if (simulated) {
            lines.add(messages.text("report.pdf.simulated"));
        }
        ReportFailure error = printer.connection().error();
        if (error != null) {
            lines.add(messages.text("report.chat.error", error.message()));
        }
        addPane(lines, "server", printer.server());
        addPane(lines, "webcam", printer.webcam());
        int missing = coverage.slots() - coverage.measured();
        if (missing > 0) {
            lines.add(messages.text("report.chat.blind", missing, coverage.slots()));
        }
        addFindings(lines, printer.findings());
        addFacts(lines, printer.facts());
        return lines.stream().limit(MAX_LINES).toList();
    }

    private void addPane(List<String> lines, String which, @Nullable Pane pane) {
        if (pane == null) {
            return;
        }
        PaneFigures figures = pane.figures();
        lines.add(
                messages.text(
                        "report.chat." + which,
                        words.attempts(figures),
                        words.rate(figures),
                        words.state(figures.state())));
        if (figures.errors() > 0 && which.equals("server")) {
            lines.add(
                    messages.text(
                            "report.chat.pattern",
                            words.pattern(figures.pattern()),
                            words.outages(figures),
                            messages.text("report.chat." + activity(figures))));
            figures.outages().stream()
                    .max(Comparator.comparing(PaneWords::length))
                    .ifPresent(longest -> lines.add(longest(longest)));
        }
    }

    private static String activity(PaneFigures figures) {
        return figures.activity().name().toLowerCase(Locale.ROOT);
    }

    private String longest(Outage outage) {
        return messages.text(
                "report.chat.longest",
                times.moment(outage.start()),
                times.end(outage.start(), outage.end()),
                words.phase(outage.phase()));
    }

    private void addFindings(List<String> lines, List<Finding> findings) {
        String supported =
                findings.stream()
                        .filter(finding -> finding.verdict() == Verdict.SUPPORTED)
                        .map(finding -> wording.of(finding.title()))
                        .collect(Collectors.joining("; "));
        if (!supported.isEmpty()) {
            lines.add(messages.text("report.chat.findings", supported));
        }
    }

    private void addFacts(List<String> lines, List<Fact> facts) {
        List<String> known =
                FACTS.stream()
                        .flatMap(key -> facts.stream().filter(fact -> fact.key().equals(key)))
                        .filter(fact -> fact.status() == FactStatus.KNOWN)
                        .map(fact -> fact.key() + "=" + value(fact))
                        .toList();
        for (int from = 0; from < known.size(); from += FACTS_IN_LINE) {
            int to = Math.min(known.size(), from + FACTS_IN_LINE);
            lines.add(String.join(", ", known.subList(from, to)));
        }
    }

    private static String value(Fact fact) {
        return fact.unit() == null ? fact.value() + "" : fact.value() + " " + fact.unit();
    }
}
