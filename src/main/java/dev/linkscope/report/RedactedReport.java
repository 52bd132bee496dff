package dev.linkscope.report;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.report.Connection;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterDetails;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportFailure;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.engine.report.Removed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A report whose every text was cleaned.
 *
 * @param report the clean report
 * @param removed marks in its own texts; the same again when a clean report is cleaned
 */
public record RedactedReport(Report report, int removed) {
    /** What was taken out, by kind, the most frequent first; never a value itself. */
    public List<Removed> removedValues() {
        return removed == 0
                ? List.of()
                : List.of(new Removed("credential", Redaction.MARK, removed));
    }

    /** Cleans every text of a report. */
    public static RedactedReport of(Report report, Redaction redaction) {
        var removed = new AtomicInteger();
        Report clean =
                new Cleaner(
                                text -> {
                                    String cleaned = redaction.clean(text);
                                    removed.addAndGet(Redaction.marks(cleaned));
                                    return cleaned;
                                },
                                new HashMap<>(),
                                new HashMap<>())
                        .report(report);
        return new RedactedReport(clean, removed.get());
    }

    /**
     * Cleans one report.
     *
     * @param text cleans a text
     * @param accessPoints aliases given in this report: a code of an access point is the same in
     *     every report, so that whoever has two could tell that they come from the same place
     * @param people aliases of those who asked for changes, likewise
     */
    private record Cleaner(
            UnaryOperator<String> text,
            Map<String, String> accessPoints,
            Map<String, String> people) {
        private static final String ACCESS_POINT = "wifi.access_point";

        Report report(Report report) {
            return new Report(
                    report.generatedAt(),
                    report.language(),
                    report.simulated(),
                    report.printers().stream().map(this::printer).toList(),
                    report.sharedOutages().stream().map(this::outage).toList(),
                    report.scope());
        }

        private PrinterReport printer(PrinterReport printer) {
            var fixes = new FixCleaner(text, this::statement, people);
            return new PrinterReport(
                    text.apply(printer.id()),
                    text.apply(printer.name()),
                    text.apply(printer.target()),
                    connection(printer.connection()),
                    printer.coverage(),
                    pane(printer.server()),
                    pane(printer.webcam()),
                    printer.headline().stream().map(this::statement).toList(),
                    printer.findings().stream().map(this::finding).toList(),
                    printer.facts().stream().map(this::fact).toList(),
                    plugin(printer.plugin()),
                    printer.fixes().stream().map(fixes::fix).toList(),
                    PrinterDetails.NONE);
        }

        private Connection connection(Connection connection) {
            ReportFailure error = connection.error();
            return error == null
                    ? connection
                    : new Connection(
                            connection.state(),
                            new ReportFailure(
                                    error.code(),
                                    text.apply(error.message()),
                                    text.apply(error.nextStep())));
        }

        private @Nullable PluginReport plugin(@Nullable PluginReport report) {
            return report == null
                    ? null
                    : report.withAlerts(report.alerts().stream().map(text).toList());
        }

        private @Nullable Pane pane(@Nullable Pane pane) {
            return pane == null
                    ? null
                    : new Pane(text.apply(pane.address()), pane.figures(), pane.trace());
        }

        private Finding finding(Finding finding) {
            Statement nextTest = finding.nextTest();
            return new Finding(
                    finding.rule(),
                    finding.verdict(),
                    finding.severity(),
                    finding.confidence(),
                    statement(finding.title()),
                    finding.evidence().stream().map(this::evidence).toList(),
                    nextTest == null ? null : statement(nextTest),
                    finding.fixes());
        }

        private Evidence evidence(Evidence evidence) {
            return new Evidence(
                    evidence.speaksFor(),
                    statement(evidence.text()),
                    evidence.value(),
                    evidence.threshold(),
                    nullable(evidence.unit()));
        }

        private Fact fact(Fact fact) {
            return new Fact(
                    fact.key(),
                    fact.status(),
                    fact.key().equals(ACCESS_POINT) ? alias(fact.value()) : nullable(fact.value()),
                    nullable(fact.unit()),
                    nullable(fact.reason()));
        }

        private @Nullable String alias(@Nullable String accessPoint) {
            return accessPoint == null
                    ? null
                    : accessPoints.computeIfAbsent(
                            accessPoint, _ -> Integer.toString(accessPoints.size() + 1));
        }

        private SharedOutage outage(SharedOutage outage) {
            return new SharedOutage(
                    outage.from(),
                    outage.to(),
                    outage.members().stream().map(text).toList(),
                    outage.measured(),
                    outage.pValue(),
                    outage.test());
        }

        private Statement statement(Statement statement) {
            List<Object> args = statement.args().stream().map(this::argument).toList();
            return new Statement(statement.key(), args);
        }

        private Object argument(Object argument) {
            return switch (argument) {
                case String words -> text.apply(words);
                case Statement nested -> statement(nested);
                default -> argument;
            };
        }

        private @Nullable String nullable(@Nullable String words) {
            return words == null ? null : text.apply(words);
        }
    }
}
