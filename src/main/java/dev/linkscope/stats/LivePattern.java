package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.loss.PatternKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The pattern that a live window shows. Judging after every slot would find a pattern by chance
 * sooner or later; so it is judged at few checkpoints, and another kind is shown only when two in a
 * row agree on it. Not thread-safe.
 *
 * <p>A trace too small for a test is judged at once: that costs nothing and claims nothing.
 */
public final class LivePattern {
    private static final int[] CHECKPOINTS = {60, 120, 360, 720};
    private static final Duration THEN_EVERY = Duration.ofHours(1);

    private final Thresholds limits;
    private int passed;
    private Instant judgedAt = Instant.MIN;
    private @Nullable PatternKind previous;
    private @Nullable Pattern shown;

    /** A pattern judged by these limits. */
    public LivePattern(Thresholds limits) {
        this.limits = limits;
    }

    /**
     * The pattern to show of a trace that grows, or slides along.
     *
     * @param attempts measured slots in it
     * @param errors failed slots in it
     */
    public Pattern of(Trace trace, int attempts, int errors) {
        boolean small = attempts < CHECKPOINTS[0] || errors <= limits.fewErrors();
        if (small || errors >= limits.continuous() * attempts) {
            return PaneJudge.pattern(trace, limits);
        }
        Instant end = trace.segments().getLast().end();
        Pattern known = shown;
        if (known == null || due(attempts, end)) {
            known = judged(PaneJudge.pattern(trace, limits), attempts, end);
        }
        return known;
    }

    private boolean due(int attempts, Instant end) {
        return (passed < CHECKPOINTS.length && attempts >= CHECKPOINTS[passed])
                || !end.isBefore(judgedAt.plus(THEN_EVERY));
    }

    private Pattern judged(Pattern pattern, int attempts, Instant end) {
        while (passed < CHECKPOINTS.length && attempts >= CHECKPOINTS[passed]) {
            passed++;
        }
        judgedAt = end;
        Pattern kept = shown;
        if (kept == null || pattern.kind() == previous || pattern.kind() == kept.kind()) {
            kept = pattern;
        }
        shown = kept;
        previous = pattern.kind();
        return kept;
    }
}
