package dev.linkscope.rules.scenario;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.rules.Rule;
import java.util.stream.Collectors;

/** A finding as lines of text without words: keys, figures and limits. */
final class SaidEvidence {
    private SaidEvidence() {}

    /** What the order and the choice of findings rest on, in a line. */
    static String of(Rule rule) {
        return "%s%s%s\n"
                .formatted(
                        rule.layer(),
                        rule.breaksPath() ? ", breaks the path" : "",
                        rule.follows().stream()
                                .sorted()
                                .map(cause -> ", follows " + cause)
                                .collect(Collectors.joining()));
    }

    /**
     * The lines.
     *
     * @param heading where it comes from
     */
    static String of(String heading, Finding finding) {
        var text = new StringBuilder(heading).append('\n');
        text.append("  ").append(finding.verdict()).append(' ').append(finding.confidence());
        text.append(' ').append(finding.severity()).append(' ');
        text.append(said(finding.title())).append('\n');
        finding.evidence().forEach(one -> text.append(line(one)));
        Statement next = finding.nextTest();
        if (next != null) {
            text.append("  > ").append(said(next)).append('\n');
        }
        if (!finding.fixes().isEmpty()) {
            text.append("  fixes ").append(String.join(" ", finding.fixes())).append('\n');
        }
        return text.toString();
    }

    private static String line(Evidence evidence) {
        var limit = new StringBuilder();
        if (evidence.value() != null) {
            limit.append(" ").append(evidence.value()).append(" of ").append(evidence.threshold());
        }
        if (evidence.unit() != null) {
            limit.append(" ").append(evidence.unit());
        }
        return (evidence.speaksFor() ? "  + " : "  - ") + said(evidence.text()) + limit + '\n';
    }

    private static String said(Statement statement) {
        return statement.args().isEmpty()
                ? statement.key()
                : statement.args().stream()
                        .map(arg ->
                                arg instanceof Statement inner ? said(inner) : String.valueOf(arg))
                        .collect(Collectors.joining(", ", statement.key() + "(", ")"));
    }
}
