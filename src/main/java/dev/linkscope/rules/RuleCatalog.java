package dev.linkscope.rules;

import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.host.HostRules;
import dev.linkscope.rules.network.NetworkRules;
import dev.linkscope.rules.server.ServerRules;
import dev.linkscope.rules.webcam.WebcamRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every rule there is. */
public final class RuleCatalog {
    /** All causes; of two that are equally sure the one nearer to the printer's computer first. */
    public static final List<Rule> CAUSES =
            Stream.of(HostRules.ALL, NetworkRules.ALL, ServerRules.ALL, WebcamRules.ALL)
                    .flatMap(List::stream)
                    .sorted(Comparator.comparing(Rule::layer))
                    .toList();

    private static final Map<String, Rule> RULES =
            CAUSES.stream().collect(Collectors.toUnmodifiableMap(Rule::id, rule -> rule));

    /** What was seen, for a pane whose cause no rule knows. */
    private static final PaneRule SYMPTOM = new MostFrequentFailureRule();

    private static final Comparator<Finding> BEST_FIRST =
            Comparator.comparingInt(RuleCatalog::rank)
                    .thenComparing(Finding::severity, Comparator.reverseOrder())
                    .thenComparing(Finding::confidence, Comparator.reverseOrder())
                    .thenComparing(Comparator.comparingInt(RuleCatalog::weight).reversed());

    private RuleCatalog() {}

    /**
     * What the rules conclude about a printer: supported causes first, what matters most on top.
     */
    public static List<Finding> findings(PrinterCase printer) {
        var findings = new ArrayList<Finding>();
        CAUSES.forEach(rule -> findings.add(rule.judge(printer)));
        List<Finding> named = findings.stream().filter(Finding::supported).toList();
        printer.panes()
                .filter(pane -> named.stream().noneMatch(finding -> explains(finding, pane)))
                .forEach(pane -> SYMPTOM.judge(pane).ifPresent(findings::add));
        // Behind what it follows from, and all that matters; before what is but said.
        return findings.stream()
                .sorted(
                        Comparator.comparingInt((Finding one) -> part(one, named))
                                .thenComparing(BEST_FIRST))
                .toList();
    }

    private static int part(Finding one, List<Finding> named) {
        if (!one.supported()) {
            return 4;
        }
        if (givesWay(one, named)) {
            return 3;
        }
        return matters(one) ? follows(one, named) ? 1 : 0 : 2;
    }

    private static boolean givesWay(Finding finding, List<Finding> named) {
        Rule rule = RULES.get(finding.rule());
        return rule != null
                && rule.givesWay()
                && named.stream().anyMatch(one -> rule.follows().contains(one.rule()));
    }

    /** What matters less than the pane's failures does not explain them. */
    private static boolean explains(Finding finding, PaneCase pane) {
        if (finding.severity().compareTo(pane.severity()) < 0) {
            return false;
        }
        Rule rule = RULES.get(finding.rule());
        return rule != null
                && (pane.pane().equals("webcam")
                        ? rule.layer() == Layer.CAMERA
                        : rule.breaksPath());
    }

    private static boolean matters(Finding finding) {
        return finding.supported() && finding.severity() != Severity.INFO;
    }

    /** Whether it is but how another cause shows, which matters as much. */
    private static boolean follows(Finding finding, List<Finding> named) {
        Rule rule = RULES.get(finding.rule());
        return rule != null
                && named.stream()
                        .anyMatch(one ->
                                rule.follows().contains(one.rule())
                                        && one.severity().compareTo(finding.severity()) >= 0);
    }

    private static int rank(Finding finding) {
        return switch (finding.verdict()) {
            case SUPPORTED -> 0;
            case INCONCLUSIVE -> 1;
            case REFUTED -> 2;
        };
    }

    private static int weight(Finding finding) {
        return finding.evidence().stream()
                .mapToInt((Evidence evidence) -> evidence.speaksFor() ? 1 : -1)
                .sum();
    }
}
