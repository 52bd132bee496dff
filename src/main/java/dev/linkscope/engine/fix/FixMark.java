package dev.linkscope.engine.fix;

import dev.linkscope.domain.fix.TrialState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change on a printer's timeline.
 *
 * @param at when it was complete
 * @param step id of the step
 * @param state how it stands
 * @param undoneAt when it was undone; null if it was not
 */
public record FixMark(Instant at, String step, TrialState state, @Nullable Instant undoneAt) {}
