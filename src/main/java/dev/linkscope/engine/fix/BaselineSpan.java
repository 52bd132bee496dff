package dev.linkscope.engine.fix;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.stats.FaultHours;
import dev.linkscope.stats.Thresholds;
import java.time.Duration;
import java.time.Instant;

/** How far back to look for what a change is compared with. */
public final class BaselineSpan {
    /** As a rule: what was longer ago may have been another fault. */
    public static final Duration USUAL = Duration.ofDays(1);

    /** Where the fault keeps to a part of the day; that takes at least three days to see. */
    public static final Duration LONGEST = Duration.ofDays(7);

    private BaselineSpan() {}

    /**
     * Chooses it.
     *
     * @param recorded up to {@link #LONGEST} before the change, without what was measured before
     *     the change before it
     * @param change when the change begins
     */
    public static Span of(Trace recorded, Instant change, Thresholds limits) {
        boolean hours = FaultHours.of(recorded, limits) != null;
        Instant earliest = change.minus(hours ? LONGEST : USUAL);
        Instant first = recorded.isEmpty() ? earliest : recorded.segments().getFirst().start();
        Instant from = first.isAfter(earliest) ? first : earliest;
        return new Span(from.isAfter(change) ? change : from, change);
    }
}
