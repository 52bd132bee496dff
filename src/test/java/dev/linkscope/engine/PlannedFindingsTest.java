package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.RuleCatalog;
import dev.linkscope.rules.scenario.MadeUpPrinter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannedFindingsTest {
    private static final FixPlans PLANS =
            () ->
                    List.of(
                            plan("make_room", "disk.full"),
                            plan("mend_wifi", "wifi.weak"),
                            plan("whole_replies", "server.body.cut_off"));

    private final PrinterCase printer =
            new MadeUpPrinter()
                    .probe("server.http", "(ok*3 body.cut_off*3)*30", Map.of())
                    .fact(Fact.known("disk.root.full", "true", null))
                    .build();

    private static Plan plan(String id, String cause) {
        return new Plan(id, List.of(cause), FixPane.SERVER, List.of());
    }

    private static Finding of(String rule, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCauseAtWorkNamesItsPlan() {
        List<Finding> findings = PlannedFindings.of(printer, PLANS);
        assertThat(of("disk.full", findings).fixes()).containsExactly("make_room");
        assertThat(of("server.body.cut_off", findings).fixes()).containsExactly("whole_replies");
    }

    @Test
    void whatIsNotAtWorkNamesNone() {
        Finding weak = of("wifi.weak", PlannedFindings.of(printer, PLANS));
        assertThat(weak.supported()).isFalse();
        assertThat(weak.fixes()).isEmpty();
    }

    @Test
    void nothingElseOfAFindingChanges() {
        assertThat(PlannedFindings.of(printer, PLANS))
                .map(finding -> finding.withFixes(List.of()))
                .isEqualTo(RuleCatalog.findings(printer));
        assertThat(PlannedFindings.of(printer, FixPlans.NONE))
                .isEqualTo(RuleCatalog.findings(printer));
    }
}
