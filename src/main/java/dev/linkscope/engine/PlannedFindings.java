package dev.linkscope.engine;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.RuleCatalog;
import java.util.List;

/** What the rules conclude, with the plan that goes about each cause that is at work. */
final class PlannedFindings {
    private PlannedFindings() {}

    /** The findings about a printer, best first. */
    static List<Finding> of(PrinterCase printer, FixPlans plans) {
        return RuleCatalog.findings(printer).stream()
                .map(finding -> finding.supported() ? planned(finding, plans) : finding)
                .toList();
    }

    private static Finding planned(Finding finding, FixPlans plans) {
        List<String> ids = plans.forCause(finding.rule()).stream().map(Plan::id).toList();
        return ids.isEmpty() ? finding : finding.withFixes(ids);
    }
}
