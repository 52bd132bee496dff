package dev.linkscope.rules;

import dev.linkscope.domain.diagnosis.Finding;
import java.util.Comparator;
import java.util.List;

/** Every rule there is, in one list. */
public final class RuleCatalog {
    private static final List<PaneRule> PANE_RULES = List.of(new MostFrequentFailureRule());

    private RuleCatalog() {}

    /** What the rules conclude about these panes, what matters most first. */
    public static List<Finding> findings(List<PaneCase> panes) {
        return panes.stream()
                .flatMap(pane -> PANE_RULES.stream().flatMap(rule -> rule.judge(pane).stream()))
                .sorted(
                        Comparator.comparing(Finding::severity)
                                .thenComparing(Finding::confidence)
                                .reversed())
                .toList();
    }
}
