package dev.linkscope.engine;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.stats.LivePattern;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.Thresholds;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The pattern that a live window shows of one pane, judged at its checkpoints on the thread that
 * all sessions share; until that has judged, the pattern shown before stays. Used by one session's
 * thread.
 */
final class BackgroundPattern {
    private final Thresholds limits;
    private final JudgingThread judging;
    private final LivePattern live;
    private final AtomicReference<@Nullable Judged> done = new AtomicReference<>();
    private boolean asked;
    private @Nullable Pattern shown;

    private record Judged(Pattern pattern, Trace trace, int attempts) {}

    /** A pattern without a trace. */
    BackgroundPattern(Thresholds limits, JudgingThread judging) {
        this.limits = limits;
        this.judging = judging;
        this.live = new LivePattern(limits);
    }

    /** Whether a judgement has come since {@link #of} was last asked. */
    boolean hasNews() {
        return done.get() != null;
    }

    /**
     * The pattern to show of a trace that grows, or slides along; returns at once, but for the very
     * first trace that needs a test: there is nothing to show before that.
     *
     * @param attempts measured slots in it
     * @param errors failed slots in it
     */
    Pattern of(Trace trace, int attempts, int errors) {
        Judged judged = done.getAndSet(null);
        if (judged != null) {
            asked = false;
            shown = live.accept(judged.pattern, judged.trace, judged.attempts);
        }
        Pattern known = shown;
        if (known == null || live.isSmall(attempts, errors)) {
            known = live.of(trace, attempts, errors);
            shown = known;
        } else if (!asked && live.isDue(trace, attempts)) {
            asked = true;
            judging.ask(() -> judge(trace, attempts));
        }
        return known;
    }

    private void judge(Trace trace, int attempts) {
        done.set(new Judged(PaneJudge.pattern(trace, limits), trace, attempts));
    }
}
