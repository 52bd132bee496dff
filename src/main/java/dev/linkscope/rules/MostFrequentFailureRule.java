package dev.linkscope.rules;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Confidence;
import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Names the failure that at least half of a pane's failures share, and what to do about it. It says
 * what was seen, which is the first thing to know, and is only as sure of a cause as the failure
 * itself allows.
 */
final class MostFrequentFailureRule implements PaneRule {
    /** Below half, no single failure speaks for the pane. */
    private static final double SHARE = 0.5;

    /** Nearly all, and more than a coincidence: the failure is the same each time. */
    private static final double CERTAIN_SHARE = 0.9;

    private static final int CERTAIN_FAILURES = 3;

    @Override
    public Optional<Finding> judge(PaneCase pane) {
        Map<String, Integer> counts = new TreeMap<>(pane.failures());
        int errors = pane.figures().errors();
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getValue() >= SHARE * errors)
                .map(most -> finding(pane, most.getKey(), most.getValue()));
    }

    private static Finding finding(PaneCase pane, String failure, int count) {
        int errors = pane.figures().errors();
        double share = (double) count / errors;
        boolean known = KnownFailures.of(pane.pane()).contains(failure);
        String named = known ? failure : failure.substring(0, failure.indexOf('.'));
        String key = "finding." + pane.pane() + "." + named;
        return new Finding(
                pane.pane() + "." + failure,
                Verdict.SUPPORTED,
                pane.severity(),
                confidence(failure, count, share),
                Statement.of(key),
                List.of(
                        new Evidence(
                                true,
                                Statement.of("finding.evidence.share", count, errors),
                                share,
                                SHARE,
                                null)),
                Statement.of(key + ".next"),
                List.of());
    }

    private static Confidence confidence(String failure, int count, double share) {
        boolean certain =
                KnownFailures.CERTAIN.contains(failure)
                        && count >= CERTAIN_FAILURES
                        && share >= CERTAIN_SHARE;
        return certain ? Confidence.CONFIRMED : Confidence.POSSIBLE;
    }
}
