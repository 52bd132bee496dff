package dev.linkscope.launch;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.loss.Interval;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportFailure;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.i18n.Messages;
import dev.linkscope.stats.FarmStatements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Renders a report as text for a terminal: the verdict first, then the figures of each pane. */
final class ReportText {
    private final Messages messages;
    private final List<String> lines = new ArrayList<>();

    /** A text in the language of the messages. */
    ReportText(Messages messages) {
        this.messages = messages;
    }

    /** The lines of the report. */
    List<String> lines(Report report) {
        if (report.simulated()) {
            say("", "text.simulated");
        }
        report.printers().forEach(this::printer);
        shared(report);
        return List.copyOf(lines);
    }

    private void shared(Report report) {
        if (report.sharedOutages().isEmpty()) {
            return;
        }
        Map<String, String> names = new HashMap<>();
        report.printers().forEach(printer -> names.putIfAbsent(printer.id(), printer.name()));
        lines.add("");
        say("", "text.shared");
        for (SharedOutage outage : report.sharedOutages()) {
            lines.add("  " + messages.render(FarmStatements.of(outage)));
            say(
                    "    ",
                    "text.shared.members",
                    outage.members().stream()
                            .map(id -> names.getOrDefault(id, id))
                            .collect(Collectors.joining(", ")));
        }
    }

    private void printer(PrinterReport printer) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        boolean named = !printer.name().equals(printer.target());
        lines.add(printer.name() + (named ? " (" + printer.target() + ")" : ""));
        ReportFailure error = printer.connection().error();
        if (error != null) {
            lines.add("  " + error.message());
            lines.add("  " + error.nextStep());
        }
        Pane server = printer.server();
        if (server == null) {
            return;
        }
        printer.headline().stream()
                .map(messages::render)
                .filter(text -> error == null || !isOf(error, text))
                .forEach(text -> lines.add("  " + text));
        pane("text.server", server);
        Pane webcam = printer.webcam();
        if (webcam == null) {
            say("  ", "text.webcam.none");
        } else {
            pane("text.webcam", webcam);
        }
        printer.findings().forEach(this::finding);
    }

    private static boolean isOf(ReportFailure error, String text) {
        return text.equals(error.message()) || text.equals(error.nextStep());
    }

    private void pane(String title, Pane pane) {
        PaneFigures figures = pane.figures();
        say("  ", title, pane.address(), messages.text("text.state." + figures.state()));
        Double rate = figures.errorRate();
        if (rate == null) {
            say("    ", "text.nothing");
            return;
        }
        say("    ", "text.rate", rate, figures.errors(), figures.attempts(), range(figures));
        Double own = figures.ownErrorRate();
        if (own != null && !own.equals(rate)) {
            say("    ", "text.own", own);
        }
        Instant first = figures.firstError();
        Instant last = figures.lastError();
        if (first != null && last != null) {
            say(
                    "    ",
                    "text.when",
                    first,
                    last,
                    messages.text("text.activity." + figures.activity()));
            say("    ", "text.pattern", messages.text("text.pattern." + figures.pattern().kind()));
            phases(figures.failuresByPhase());
        }
    }

    private String range(PaneFigures figures) {
        Interval interval = figures.errorRateCi95();
        return interval == null ? "" : messages.text("text.range", interval.low(), interval.high());
    }

    private void phases(Map<Phase, Integer> failures) {
        String shown =
                failures.entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .sorted(Map.Entry.<Phase, Integer>comparingByValue().reversed())
                        .map(entry ->
                                messages.text("text.phase." + entry.getKey())
                                        + " "
                                        + entry.getValue())
                        .collect(Collectors.joining(", "));
        if (!shown.isEmpty()) {
            say("    ", "text.phases", shown);
        }
    }

    private void finding(Finding finding) {
        if (finding.verdict() != Verdict.SUPPORTED) {
            return;
        }
        lines.add("  " + messages.render(finding.title()));
        for (Evidence evidence : finding.evidence()) {
            say(
                    "    ",
                    evidence.speaksFor() ? "text.evidence.for" : "text.evidence.against",
                    evidence.text());
        }
        Statement nextTest = finding.nextTest();
        if (nextTest != null) {
            say("    ", "text.next", nextTest);
        }
    }

    private void say(String indent, String key, Object... args) {
        lines.add(indent + messages.text(key, args));
    }
}
