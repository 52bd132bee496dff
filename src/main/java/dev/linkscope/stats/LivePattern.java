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
     * The pattern to show of a trace that grows, or slides along; judged here and now where it is
     * due.
     *
     * @param attempts measured slots in it
     * @param errors failed slots in it
     */
    public Pattern of(Trace trace, int attempts, int errors) {
        Pattern known = shown;
        if (isSmall(attempts, errors) || known == null || isDue(trace, attempts)) {
            Pattern judged = PaneJudge.pattern(trace, limits);
            return isSmall(attempts, errors) ? judged : accept(judged, trace, attempts);
        }
        return known;
    }

    /** Whether a trace needs no test: it may be judged at once, and is shown at once. */
    public boolean isSmall(int attempts, int errors) {
        return attempts < CHECKPOINTS[0]
                || errors <= limits.fewErrors()
                || errors >= limits.continuous() * attempts;
    }

    /** Whether a trace with so many measured slots has come to the next checkpoint. */
    public boolean isDue(Trace trace, int attempts) {
        return (passed < CHECKPOINTS.length && attempts >= CHECKPOINTS[passed])
                || !end(trace).isBefore(judgedAt.plus(THEN_EVERY));
    }

    /**
     * Takes the judgement of a checkpoint.
     *
     * @param trace what was judged
     * @param attempts measured slots in it
     * @return the pattern to show from now on
     */
    public Pattern accept(Pattern judged, Trace trace, int attempts) {
        while (passed < CHECKPOINTS.length && attempts >= CHECKPOINTS[passed]) {
            passed++;
        }
        judgedAt = end(trace);
        Pattern kept = shown;
        if (kept == null || judged.kind() == previous || judged.kind() == kept.kind()) {
            kept = judged;
        }
        shown = kept;
        previous = judged.kind();
        return kept;
    }

    /** The pattern that the last checkpoints agreed on; null before the first. */
    public @Nullable Pattern shown() {
        return shown;
    }

    private static Instant end(Trace trace) {
        return trace.segments().getLast().end();
    }
}
