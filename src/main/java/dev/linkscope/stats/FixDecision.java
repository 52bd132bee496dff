package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.FixFigures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The first decision on a change, as it stood then, or how far it is.
 *
 * @param figures up to the decision; not decided, up to now
 * @param at end of the slot that decided; null if none has
 * @param before what was compared of the baseline
 * @param after what was compared since the change, up to the decision
 * @param hours the part of the day that was compared; null for all of it
 */
public record FixDecision(
        FixFigures figures,
        @Nullable Instant at,
        Trace before,
        Trace after,
        @Nullable FaultHours hours) {}
