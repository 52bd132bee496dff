package dev.linkscope.stats;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Trace;
import java.util.List;
import java.util.Optional;

/** Changes of answer times, in words. */
public final class LatencyStatements {
    private LatencyStatements() {}

    /** The newest lasting change of a pane's answer times; empty without one. */
    public static Optional<Statement> of(PaneSubject subject, Trace trace) {
        List<LatencyChange> changes = LiveLatency.changes(trace);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        LatencyChange last = changes.getLast();
        String way = last.slower() ? "latency.slower." : "latency.faster.";
        return Optional.of(
                Statement.of(
                        way + subject.wireName(),
                        last.from(),
                        last.afterMillis(),
                        last.beforeMillis()));
    }
}
