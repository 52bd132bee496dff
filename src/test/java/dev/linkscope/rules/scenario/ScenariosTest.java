package dev.linkscope.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.i18n.Messages;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.RuleCatalog;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario under {@code src/test/resources/scenarios}, and that none is missing. */
class ScenariosTest {
    private static final Messages MESSAGES = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    private static List<Path> scenarios() {
        return ScenarioFile.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void isJudgedRight(Path file) {
        ScenarioFile scenario = ScenarioFile.read(file);
        PrinterCase printer = scenario.printer().build();
        List<Finding> findings = RuleCatalog.findings(printer);
        ScenarioFile.Expected expected = scenario.expected();
        List<String> supported =
                findings.stream().filter(Finding::supported).map(Finding::rule).toList();
        String told = scenario.why() + "\n" + told(findings);
        Finding finding =
                findings.stream()
                        .filter(one -> one.rule().equals(expected.rule()))
                        .findFirst()
                        .orElseThrow(
                                () -> new AssertionError("no " + expected.rule() + "\n" + told));
        assertThat(lower(finding.verdict())).as(told).isEqualTo(expected.verdict());
        if (expected.confidence() != null) {
            assertThat(lower(finding.confidence())).as(told).isEqualTo(expected.confidence());
        }
        if (expected.severity() != null) {
            assertThat(lower(finding.severity())).as(told).isEqualTo(expected.severity());
        }
        if (expected.place() > 0) {
            assertThat(supported.indexOf(expected.rule()) + 1).as(told).isEqualTo(expected.place());
        }
        assertThat(supported).as(told).noneMatch(expected.not()::contains);
    }

    /** All that was concluded, in words: also checks that there are words. */
    private static String told(List<Finding> findings) {
        var text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(finding.verdict()).append(' ').append(finding.severity()).append(' ');
            text.append(finding.confidence()).append(' ').append(finding.rule()).append(": ");
            text.append(MESSAGES.render(finding.title())).append('\n');
            for (Evidence evidence : finding.evidence()) {
                text.append(evidence.speaksFor() ? "    + " : "    - ");
                text.append(MESSAGES.render(evidence.text())).append('\n');
            }
            if (finding.nextTest() != null) {
                text.append("    > ").append(MESSAGES.render(finding.nextTest())).append('\n');
            }
        }
        return text.toString();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Test
    void everyRuleHasItsThreeScenarios() {
        for (Rule rule : RuleCatalog.CAUSES) {
            for (String verdict : List.of("supported", "refuted", "inconclusive")) {
                Path folder = ScenarioFile.FOLDER.resolve("rules").resolve(rule.id());
                Path file = folder.resolve(verdict + ".json");
                assertThat(file).exists();
                ScenarioFile.Expected expected = ScenarioFile.read(file).expected();
                assertThat(expected.rule()).as("%s", file).isEqualTo(rule.id());
                assertThat(expected.verdict()).as("%s", file).isEqualTo(verdict);
            }
        }
    }

    @Test
    void everyRuleHasItsWords() {
        for (Rule rule : RuleCatalog.CAUSES) {
            for (String part : List.of("", ".name", ".next")) {
                assertThat(MESSAGES.has("cause." + rule.id() + part))
                        .as("cause.%s%s", rule.id(), part)
                        .isTrue();
            }
        }
    }

    @Test
    void aPrinterOfWhichNothingIsKnownHasNoCauseAndIsNotFine() {
        List<Finding> findings = RuleCatalog.findings(new MadeUpPrinter().build());
        assertThat(findings).as(told(findings)).noneMatch(Finding::supported);
    }
}
