package dev.linkscope.report;

import dev.linkscope.domain.coverage.Coverage;
import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.diagnosis.Confidence;
import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.domain.report.Connection;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.ReportFailure;
import java.util.EnumMap;
import java.util.Map;

/** Reads what {@link PrinterJson} writes. */
final class PrinterParser {
    private final StatementJson statements;

    PrinterParser(StatementJson statements) {
        this.statements = statements;
    }

    PrinterReport read(Fields printer) {
        return new PrinterReport(
                printer.text("id"),
                printer.text("name"),
                printer.text("target"),
                connection(printer.object("connection")),
                coverage(printer.object("coverage")),
                PaneParser.read(printer.objectOrNull("server")),
                PaneParser.read(printer.objectOrNull("webcam")),
                printer.list("headline").stream().map(statements::read).toList(),
                printer.list("findings").stream().map(this::finding).toList(),
                printer.object("facts").entries().stream().map(PrinterParser::fact).toList(),
                PluginJson.read(printer.objectOrNull("plugin")),
                new FixParser(statements).read(printer),
                new DetailsParser(statements).read(printer));
    }

    private static Connection connection(Fields node) {
        Fields error = node.objectOrNull("error");
        return new Connection(
                node.text("state"),
                error == null
                        ? null
                        : new ReportFailure(
                                error.text("code"), error.text("message"), error.text("nextStep")));
    }

    private static Coverage coverage(Fields node) {
        Fields others = node.object("notMeasured");
        Map<NotMeasured, Integer> notMeasured = new EnumMap<>(NotMeasured.class);
        for (NotMeasured reason : NotMeasured.values()) {
            notMeasured.put(reason, others.count(reason.wireName()));
        }
        return new Coverage(
                node.timeOrNull("from"),
                node.timeOrNull("to"),
                node.count("slots"),
                node.count("measured"),
                notMeasured);
    }

    private Finding finding(Fields node) {
        Fields nextTest = node.objectOrNull("nextTest");
        return new Finding(
                node.text("rule"),
                node.oneOf("verdict", Verdict.class),
                node.oneOf("severity", Severity.class),
                node.oneOf("confidence", Confidence.class),
                statements.read(node, "titleKey", "title"),
                node.list("evidence").stream().map(this::evidence).toList(),
                nextTest == null ? null : statements.read(nextTest),
                node.texts("fixes"));
    }

    private Evidence evidence(Fields node) {
        boolean speaksFor =
                switch (node.text("side")) {
                    case "for" -> true;
                    case "against" -> false;
                    default -> throw node.wrong("side");
                };
        return new Evidence(
                speaksFor,
                statements.read(node),
                node.numberOrNull("value"),
                node.numberOrNull("threshold"),
                node.textOrNull("unit"));
    }

    private static Fact fact(Map.Entry<String, Fields> entry) {
        Fields node = entry.getValue();
        return new Fact(
                entry.getKey(),
                node.oneOf("status", FactStatus.class),
                node.textOrNull("value"),
                node.textOrNull("unit"),
                node.textOrNull("reason"));
    }
}
