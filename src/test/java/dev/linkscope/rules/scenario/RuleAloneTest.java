package dev.linkscope.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.RuleCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a rule concludes does not hang on the others: each alone judges the scenarios that name it.
 * Whose fault a failure is, is told by one rule here, not by eighty at once.
 */
class RuleAloneTest {
    /** What stands in each file; to parse all for the few of one rule takes too long. */
    private static final Map<Path, String> TEXTS =
            ScenarioFile.all().stream().collect(Collectors.toMap(file -> file, RuleAloneTest::text));

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> about(String id) {
        String said = "\"rule\": \"" + id + '"';
        return TEXTS.keySet().stream()
                .filter(file -> TEXTS.get(file).contains(said))
                .sorted()
                .toList();
    }

    static List<String> causes() {
        return RuleCatalog.CAUSES.stream().map(Rule::id).toList();
    }

    @ParameterizedTest
    @MethodSource("causes")
    void judgesItsScenariosRight(String id) {
        Rule rule =
                RuleCatalog.CAUSES.stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        List<Path> files = about(id);
        assertThat(files).as("one for each verdict at least").hasSizeGreaterThanOrEqualTo(3);
        for (Path file : files) {
            ScenarioFile scenario = ScenarioFile.read(file);
            PrinterCase printer = scenario.printer().build();
            Finding finding = rule.judge(printer);
            ScenarioFile.Expected expected = scenario.expected();
            assertThat(expected.rule()).isEqualTo(id);
            assertThat(finding.rule()).isEqualTo(id);
            assertThat(lower(finding.verdict())).as("%s", file).isEqualTo(expected.verdict());
            if (expected.confidence() != null) {
                assertThat(lower(finding.confidence()))
                        .as("%s", file)
                        .isEqualTo(expected.confidence());
            }
            if (expected.severity() != null) {
                assertThat(lower(finding.severity())).as("%s", file).isEqualTo(expected.severity());
            }
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
