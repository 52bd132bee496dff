package dev.linkscope.report;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Coverage;
import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.report.Connection;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.ReportFailure;
import tools.jackson.databind.node.ObjectNode;

/** Writes one printer of a report. */
final class PrinterJson {
    private final StatementJson statements;
    private final FixJson fixes;
    private final DetailsJson details;

    PrinterJson(StatementJson statements, FixTitles titles) {
        this.statements = statements;
        this.fixes = new FixJson(statements, titles);
        this.details = new DetailsJson(statements);
    }

    void put(ObjectNode node, PrinterReport printer) {
        node.put("id", printer.id());
        node.put("name", printer.name());
        node.put("target", printer.target());
        putConnection(node.putObject("connection"), printer.connection());
        putCoverage(node.putObject("coverage"), printer.coverage());
        var headline = node.putArray("headline");
        printer.headline().forEach(said -> statements.put(headline.addObject(), said));
        node.set("server", PaneJson.write(printer.server()));
        node.set("webcam", PaneJson.write(printer.webcam()));
        var findings = node.putArray("findings");
        printer.findings().forEach(finding -> putFinding(findings.addObject(), finding));
        ObjectNode facts = node.putObject("facts");
        printer.facts().forEach(fact -> putFact(facts.putObject(fact.key()), fact));
        node.set("plugin", PluginJson.write(printer.plugin()));
        fixes.put(node.putArray("fixes"), printer);
        details.put(node.putObject("details"), printer.details());
    }

    private static void putConnection(ObjectNode node, Connection connection) {
        node.put("state", connection.state());
        ReportFailure error = connection.error();
        if (error == null) {
            node.putNull("error");
        } else {
            node.putObject("error")
                    .put("code", error.code())
                    .put("message", error.message())
                    .put("nextStep", error.nextStep());
        }
    }

    private static void putCoverage(ObjectNode node, Coverage coverage) {
        JsonValues.put(node, "from", coverage.from());
        JsonValues.put(node, "to", coverage.to());
        node.put("slots", coverage.slots());
        node.put("measured", coverage.measured());
        ObjectNode others = node.putObject("notMeasured");
        for (NotMeasured reason : NotMeasured.values()) {
            others.put(reason.wireName(), coverage.notMeasured().getOrDefault(reason, 0));
        }
    }

    private void putFinding(ObjectNode node, Finding finding) {
        node.put("rule", finding.rule());
        JsonValues.put(node, "verdict", finding.verdict());
        JsonValues.put(node, "severity", finding.severity());
        JsonValues.put(node, "confidence", finding.confidence());
        statements.put(node, finding.title(), "titleKey", "title");
        var evidence = node.putArray("evidence");
        finding.evidence().forEach(item -> putEvidence(evidence.addObject(), item));
        Statement nextTest = finding.nextTest();
        if (nextTest == null) {
            node.putNull("nextTest");
        } else {
            statements.put(node.putObject("nextTest"), nextTest);
        }
        var fixes = node.putArray("fixes");
        finding.fixes().forEach(fixes::add);
        node.put("guide", finding.guide());
    }

    private void putEvidence(ObjectNode node, Evidence evidence) {
        node.put("side", evidence.speaksFor() ? "for" : "against");
        statements.put(node, evidence.text());
        JsonValues.put(node, "value", evidence.value());
        JsonValues.put(node, "threshold", evidence.threshold());
        node.put("unit", evidence.unit());
    }

    private static void putFact(ObjectNode node, Fact fact) {
        JsonValues.put(node, "status", fact.status());
        node.put("value", fact.value());
        node.put("unit", fact.unit());
        node.put("reason", fact.reason());
    }
}
