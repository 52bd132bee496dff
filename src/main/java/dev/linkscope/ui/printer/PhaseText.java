package dev.linkscope.ui.printer;

import dev.linkscope.domain.probe.Phase;
import dev.linkscope.ui.common.Wording;
import java.util.Comparator;
import java.util.Map;

/** Failures by phase, the most frequent first, as one line. */
final class PhaseText {
    private PhaseText() {}

    static String of(Map<Phase, Integer> failures, Wording wording) {
        return failures.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(
                        Map.Entry.<Phase, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(entry ->
                        wording.text(
                                "pane.phase.count",
                                wording.text("phase." + entry.getKey()),
                                entry.getValue()))
                .reduce((one, other) -> wording.text("pane.phase.join", one, other))
                .orElse("");
    }
}
