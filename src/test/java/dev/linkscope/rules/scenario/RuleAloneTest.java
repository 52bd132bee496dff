package dev.linkscope.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.Finding;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a rule concludes does not hang on the others: each alone judges the scenarios that name it.
 * What it says of them, clue by clue with its figures, stands in {@code
 * src/test/resources/evidence}; {@code -Dlinkscope.evidence.accept=true} writes that anew.
 */
class RuleAloneTest {
    private static final Path EVIDENCE = Path.of("src/test/resources/evidence");

    /** What stands in each file; to parse all for the few of one rule takes too long. */
    private static final Map<Path, String> TEXTS =
            ScenarioFile.all().stream()
                    .collect(Collectors.toMap(file -> file, RuleAloneTest::text));

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
    void judgesItsScenariosRightAndSaysWhy(String id) throws IOException {
        Rule rule =
                RuleCatalog.CAUSES.stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        List<Path> files = about(id);
        assertThat(files).as("one for each verdict at least").hasSizeGreaterThanOrEqualTo(3);
        var said = new StringBuilder(SaidEvidence.of(rule));
        for (Path file : files) {
            ScenarioFile scenario = ScenarioFile.read(file);
            Finding finding = rule.judge(scenario.printer().build());
            assertExpected(file, scenario.expected(), finding);
            said.append(SaidEvidence.of(file.getFileName().toString(), finding));
        }
        Path kept = EVIDENCE.resolve(id + ".txt");
        if (Boolean.getBoolean("linkscope.evidence.accept")) {
            Files.writeString(kept, said);
        }
        assertThat(said).as("%s", kept).hasToString(text(kept));
    }

    private static void assertExpected(Path file, ScenarioFile.Expected expected, Finding finding) {
        assertThat(finding.rule()).as("%s", file).isEqualTo(expected.rule());
        assertThat(lower(finding.verdict())).as("%s", file).isEqualTo(expected.verdict());
        if (expected.confidence() != null) {
            assertThat(lower(finding.confidence())).as("%s", file).isEqualTo(expected.confidence());
        }
        if (expected.severity() != null) {
            assertThat(lower(finding.severity())).as("%s", file).isEqualTo(expected.severity());
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Test
    void noEvidenceIsKeptOfARuleThatIsGone() throws IOException {
        try (var files = Files.list(EVIDENCE)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            causes().stream().map(id -> id + ".txt").toList());
        }
    }
}
