package dev.linkscope.report;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.report.Connection;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportFailure;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.report.redact.Cleaner;
import dev.linkscope.report.redact.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cleans one report, text by text.
 *
 * @param cleaner knows what is private in it
 * @param cleaned is told every clean text
 * @param people numbers given in this report to those who asked for changes: whether it was one
 *     person or two can tell something, what they are called cannot
 */
record ReportCleaner(Cleaner cleaner, Consumer<String> cleaned, Map<String, String> people) {
    /** Rules, plans, steps, classes of failures, ids. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    ReportCleaner(Cleaner cleaner, Consumer<String> cleaned) {
        this(cleaner, cleaned, new HashMap<>());
    }

    Report report(Report report) {
        Set<String> ids =
                report.printers().stream().map(PrinterReport::id).collect(Collectors.toSet());
        return new Report(
                report.generatedAt(),
                name(report.language()),
                report.simulated(),
                report.printers().stream().map(this::printer).toList(),
                report.sharedOutages().stream().map(one -> outage(one, ids)).toList(),
                scope(report.scope()));
    }

    private ReportScope scope(ReportScope scope) {
        return new ReportScope(scope.from(), scope.to(), scope.level(), nullable(scope.note()));
    }

    private PrinterReport printer(PrinterReport printer) {
        String id = id(printer.id());
        var owner = new OwnId(cleaner.level(), id);
        var fixes = new FixCleaner(this, owner);
        var details = new DetailsCleaner(this, owner);
        return new PrinterReport(
                id,
                // Two printers of one name are still two.
                owner.isAlias() ? told(id) : text(printer.name()),
                text(printer.target()),
                connection(printer.connection()),
                printer.coverage(),
                pane(printer.server()),
                pane(printer.webcam()),
                printer.headline().stream().map(this::statement).toList(),
                printer.findings().stream().map(this::finding).toList(),
                printer.facts().stream().map(this::fact).toList(),
                plugin(printer.plugin()),
                printer.fixes().stream().map(fixes::fix).toList(),
                details.details(printer.details()));
    }

    private Connection connection(Connection connection) {
        ReportFailure error = connection.error();
        return new Connection(
                name(connection.state()),
                error == null
                        ? null
                        : new ReportFailure(
                                name(error.code()), text(error.message()), text(error.nextStep())));
    }

    private @Nullable PluginReport plugin(@Nullable PluginReport report) {
        return report == null
                ? null
                : report.withAlerts(report.alerts().stream().map(this::text).toList());
    }

    private @Nullable Pane pane(@Nullable Pane pane) {
        return pane == null
                ? null
                : new Pane(
                        text(pane.address()),
                        pane.figures(),
                        TraceCleaner.clean(pane.trace(), this::text));
    }

    private Finding finding(Finding finding) {
        Statement nextTest = finding.nextTest();
        return new Finding(
                name(finding.rule()),
                finding.verdict(),
                finding.severity(),
                finding.confidence(),
                statement(finding.title()),
                finding.evidence().stream().map(this::evidence).toList(),
                nextTest == null ? null : statement(nextTest),
                finding.fixes().stream().map(this::name).toList());
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
        String key = FactKeys.isKnown(fact.key()) ? name(fact.key()) : text(fact.key());
        return new Fact(
                key,
                fact.status(),
                value(fact.key(), fact.value()),
                nullable(fact.unit()),
                nullable(fact.reason()));
    }

    /** A value whose name tells what it is. */
    @Nullable String value(String key, @Nullable String value) {
        Kind kind = FactKeys.kind(key);
        if (value == null || kind == null) {
            return nullable(value);
        }
        return text(cleaner.alias(kind, value));
    }

    private SharedOutage outage(SharedOutage outage, Set<String> ids) {
        return new SharedOutage(
                outage.from(),
                outage.to(),
                outage.members().stream()
                        .map(member -> ids.contains(member) ? id(member) : text(member))
                        .toList(),
                outage.measured(),
                outage.pValue(),
                name(outage.test()));
    }

    Statement statement(Statement statement) {
        return new Statement(
                statement.key(), statement.args().stream().map(this::argument).toList());
    }

    private Object argument(Object argument) {
        return switch (argument) {
            case String words -> text(words);
            case Statement nested -> statement(nested);
            default -> argument;
        };
    }

    /** Of a printer: an alias for everybody, else what the user's computer made up. */
    private String id(String id) {
        return told(cleaner.clean(cleaner.alias(Kind.PRINTER, id)));
    }

    /** What somebody wrote, or some program. */
    String text(String text) {
        return told(cleaner.clean(text));
    }

    /** What this program named, as far as it looks so. */
    String name(String name) {
        return NAME.matcher(name).matches() ? told(cleaner.cleanName(name)) : text(name);
    }

    /** A number for each person, to everybody but the user; nobody stays nobody. */
    String person(String who) {
        if (who.isEmpty() || cleaner.level() == RedactionLevel.MINE) {
            return text(who);
        }
        return people.computeIfAbsent(who, _ -> Integer.toString(people.size() + 1));
    }

    @Nullable String nullable(@Nullable String words) {
        return words == null ? null : text(words);
    }

    List<Statement> statements(List<Statement> said) {
        return said.stream().map(this::statement).toList();
    }

    private String told(String clean) {
        cleaned.accept(clean);
        return clean;
    }
}
