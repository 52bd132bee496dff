package dev.linkscope.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a measurement with an end is over; one without end never is. Used by one thread. */
final class PlanEnd {
    /** For an agent to say goodbye after its last deadline. */
    private static final Duration OVERTIME = Duration.ofSeconds(10);

    private final Optional<Duration> span;
    private final InstantSource clock;
    private @Nullable Instant end;

    /** The end of a plan that measures for {@code span}. */
    PlanEnd(Optional<Duration> span, InstantSource clock) {
        this.span = span;
        this.clock = clock;
    }

    /** Measuring begins; only the first time counts. */
    void begin() {
        if (end == null && span.isPresent()) {
            end = clock.instant().plus(span.get());
        }
    }

    /** What is left of the span. */
    Duration left() {
        Instant known = end;
        return known == null
                ? span.orElse(Duration.ZERO)
                : Duration.between(clock.instant(), known);
    }

    /**
     * Whether the span has passed and there is no agent any more that could tell the rest.
     *
     * @param heard when the agent was last heard
     */
    boolean isOver(Instant heard) {
        Instant known = end;
        Instant now = clock.instant();
        return known != null
                && !now.isBefore(known)
                && (isLongOver() || now.isAfter(heard.plus(SessionPlan.SHORT_LEASE)));
    }

    /** Whether even what began in the last slot must have been told by now. */
    boolean isLongOver() {
        Instant last = last();
        return last != null && clock.instant().isAfter(last);
    }

    /** The pause, but not until long after the end. */
    Duration within(Duration pause) {
        Instant last = last();
        if (last == null) {
            return pause;
        }
        Duration left = Duration.between(clock.instant(), last).plusMillis(1);
        return left.compareTo(pause) < 0 ? left : pause;
    }

    private @Nullable Instant last() {
        Instant known = end;
        return known == null ? null : known.plus(ProbePlan.longestDeadline()).plus(OVERTIME);
    }
}
