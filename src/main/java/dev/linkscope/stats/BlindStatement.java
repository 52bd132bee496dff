package dev.linkscope.stats;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leads the sentences where much of the span could not be measured. */
final class BlindStatement {
    private BlindStatement() {}

    /** How long nothing was measured and why; empty while that is within the limit. */
    static Optional<Statement> of(Trace trace, Thresholds limits) {
        Map<NotMeasured, Duration> lost = new EnumMap<>(NotMeasured.class);
        Duration span = Duration.ZERO;
        for (Segment segment : trace.segments()) {
            for (Slot slot : segment.slots()) {
                span = span.plus(segment.cadence());
                NotMeasured reason = slot.reason();
                if (!slot.measured() && reason != null && reason != NotMeasured.NOT_ASKED) {
                    lost.merge(reason, segment.cadence(), Duration::plus);
                }
            }
        }
        Duration total = lost.values().stream().reduce(Duration.ZERO, Duration::plus);
        if (total.toMillis() <= limits.maxUnmeasuredShare() * span.toMillis()) {
            return Optional.empty();
        }
        return Optional.of(Statement.of("pane.blind", total, span, reasons(lost)));
    }

    private static Statement reasons(Map<NotMeasured, Duration> lost) {
        List<Statement> each =
                lost.entrySet().stream()
                        .map(entry ->
                                Statement.of(
                                        "pane.blind." + entry.getKey().wireName(),
                                        entry.getValue()))
                        .toList();
        return Statement.of("pane.blind.reasons." + each.size(), each.toArray());
    }
}
