package dev.linkscope.stats;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.PaneFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether it is still happening, in words. */
final class ActivityStatement {
    private ActivityStatement() {}

    /** The sentence; figures have an error. */
    static Statement of(PaneFigures figures, Trace trace) {
        Instant last = figures.lastError();
        if (last == null || trace.isEmpty()) {
            throw new IllegalArgumentException("figures with errors lack their last error");
        }
        Duration silence = Duration.between(last, trace.segments().getLast().end());
        return switch (figures.activity()) {
            case ACTIVE ->
                    lastMeasuredFailed(trace)
                            ? Statement.of("activity.failing")
                            : Statement.of("activity.active", silence);
            case OVER -> Statement.of("activity.over", silence);
            case UNKNOWN -> Statement.of("activity.unknown", silence);
        };
    }

    private static boolean lastMeasuredFailed(Trace trace) {
        List<Slot> measured = trace.slots().filter(Slot::measured).toList();
        return !measured.isEmpty() && measured.getLast().failed();
    }
}
