package dev.linkscope.stats;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.FixFigures;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is known of a change, in words: never a percentage of certainty. */
public final class FixStatements {
    private FixStatements() {}

    /**
     * The sentence.
     *
     * @param figures as {@link FixVerification} computed them from both traces
     */
    public static Statement of(FixFigures figures, Trace before, Trace after) {
        double quietSeconds = PaneJudge.plain(after, Thresholds.DEFAULT).secondsSinceError();
        Integer units = figures.unitsBefore();
        double measured = PaneJudge.plain(before, Thresholds.DEFAULT).measuredSeconds();
        return of(
                figures,
                Duration.ofMillis(Math.round(quietSeconds * 1e3)),
                units == null ? null : Duration.ofMillis(Math.round(measured * 1e3 / units)));
    }

    private static Statement of(FixFigures figures, Duration quiet, @Nullable Duration usual) {
        Duration before = usual == null ? Duration.ZERO : usual;
        return switch (figures.reason()) {
            case QUIET_LONG_ENOUGH -> Statement.of("fix.verified", quiet, before);
            case KEEPS_FAILING ->
                    Statement.of("fix.not_fixed", zeroIfNull(figures.unitsAfter()), before);
            case WORKS_AGAIN -> Statement.of("fix.works_again");
            case STILL_DOWN -> Statement.of("fix.still_down");
            case KEEP_WATCHING -> keepWatching(figures, quiet, usual);
            case BASELINE_TOO_SHORT ->
                    Statement.of(
                            "fix.baseline_too_short", seconds(figures.baselineSecondsNeeded()));
            case NO_FAILURE_BEFORE -> Statement.of("fix.no_failure_before");
        };
    }

    private static Statement keepWatching(
            FixFigures figures, Duration quiet, @Nullable Duration usual) {
        if (usual == null) {
            return Statement.of("fix.keep_watching.continuous", needed(figures));
        }
        return quiet.isZero() && figures.unitsAfter() != null && figures.unitsAfter() > 0
                ? Statement.of("fix.keep_watching.failing", usual, needed(figures))
                : Statement.of("fix.keep_watching", quiet, usual, needed(figures));
    }

    /** What to say before a change: how long to watch it without a failure. */
    public static Statement announcement(Duration quietNeeded) {
        return Statement.of("fix.announcement", quietNeeded);
    }

    private static Duration needed(FixFigures figures) {
        return seconds(figures.quietSecondsNeeded());
    }

    private static Duration seconds(@Nullable Double seconds) {
        return Duration.ofSeconds(seconds == null ? 0 : (long) Math.ceil(seconds));
    }

    private static int zeroIfNull(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
