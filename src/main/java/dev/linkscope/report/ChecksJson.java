package dev.linkscope.report;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.report.PrinterReport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What every rule said of every printer, without its sentences: for programs that count. */
public final class ChecksJson {
    /** Version of the form. */
    public static final int VERSION = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ChecksJson() {}

    /** The checks of a report that was redacted, as JSON in UTF-8. */
    public static byte[] of(RedactedReport redacted) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("checksVersion", VERSION);
        var printers = node.putArray("printers");
        for (PrinterReport printer : redacted.report().printers()) {
            ObjectNode into = printers.addObject();
            into.put("id", printer.id());
            var checks = into.putArray("checks");
            printer.findings().forEach(finding -> put(checks.addObject(), finding));
        }
        return MAPPER.writeValueAsBytes(node);
    }

    private static void put(ObjectNode into, Finding finding) {
        into.put("rule", finding.rule());
        into.put("result", result(finding.verdict()));
        JsonValues.put(into, "severity", finding.severity());
        JsonValues.put(into, "confidence", finding.confidence());
    }

    /** A cause that is at work is a check that failed. */
    private static String result(Verdict verdict) {
        return switch (verdict) {
            case SUPPORTED -> "fail";
            case REFUTED -> "pass";
            case INCONCLUSIVE -> "unknown";
        };
    }
}
