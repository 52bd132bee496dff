package dev.linkscope.domain.fix;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change to one printer, and how it stands.
 *
 * @param step id of the step
 * @param baseline what it is compared with; ends when the change was made or the power was cut
 * @param changedAt when the change was complete: what came after it counts
 * @param away when the printer's computer was without power for it; does not count
 * @param undoneAt when it was undone for a test; null if it was not
 * @param state how it stands
 * @param decidedAt when that was found; null while it is {@link TrialState#AWAY} or {@link
 *     TrialState#WATCHING}
 */
public record Trial(
        String step,
        Span baseline,
        Instant changedAt,
        List<Span> away,
        @Nullable Instant undoneAt,
        TrialState state,
        @Nullable Instant decidedAt) {
    public Trial {
        away = List.copyOf(away);
    }
}
