package dev.linkscope.stats;

import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.loss.PatternKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pattern that a live window shows. Judging after every slot would find a pattern by chance
 * sooner or later; so it is judged at few checkpoints, and what is shown changes only when two in a
 * row agree. Not thread-safe.
 *
 * <p>Use: after each slot ask {@link #due}; if so, judge the trace and hand the pattern to {@link
 * #judged}.
 */
public final class LivePattern {
    private static final int[] CHECKPOINTS = {60, 120, 360, 720};
    private static final double THEN_EVERY_SECONDS = 3_600;

    private int passed;
    private double nextSeconds = Double.NaN;
    private @Nullable PatternKind previous;
    private @Nullable Pattern shown;

    /** Whether the trace should be judged now. Stays true until it has been. */
    public boolean due(LivePane pane) {
        if (passed < CHECKPOINTS.length) {
            return pane.attempts() >= CHECKPOINTS[passed];
        }
        return pane.measuredSeconds() >= nextSeconds;
    }

    /** Takes the judgement of a checkpoint; {@code pane} as it stood then. */
    public void judged(Pattern pattern, LivePane pane) {
        while (passed < CHECKPOINTS.length && pane.attempts() >= CHECKPOINTS[passed]) {
            passed++;
        }
        nextSeconds = pane.measuredSeconds() + THEN_EVERY_SECONDS;
        if (pattern.kind() == previous) {
            shown = pattern;
        }
        previous = pattern.kind();
    }

    /** The pattern to show; empty until two checkpoints agree. */
    public Optional<Pattern> shown() {
        return Optional.ofNullable(shown);
    }
}
