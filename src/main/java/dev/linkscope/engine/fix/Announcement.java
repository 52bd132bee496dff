package dev.linkscope.engine.fix;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.FixFigures;
import dev.linkscope.stats.FaultHours;
import dev.linkscope.stats.FixBaseline;
import dev.linkscope.stats.FixDecision;
import dev.linkscope.stats.FixStatements;
import dev.linkscope.stats.FixVerification;
import dev.linkscope.stats.LivePane;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.Thresholds;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What to say before a change: how long it will have to be watched.
 *
 * @param sentence that, or what is missing
 * @param ready whether enough was seen to compare a change with
 * @param quiet measured time without a failure that will prove it; null unless ready
 */
public record Announcement(Statement sentence, boolean ready, @Nullable Duration quiet) {

    /** What a baseline allows to say. */
    public static Announcement of(Trace before, Thresholds limits) {
        FixDecision decision =
                FixVerification.decide(FixBaseline.of(before, limits), Trace.EMPTY, limits);
        FixFigures figures = decision.figures();
        return switch (figures.reason()) {
            case NO_FAILURE_BEFORE -> notReady(nothingFailed(PaneJudge.plain(before, limits)));
            case BASELINE_TOO_SHORT -> notReady(FixStatements.of(figures, before, Trace.EMPTY));
            case QUIET_LONG_ENOUGH, KEEPS_FAILING, WORKS_AGAIN, STILL_DOWN, KEEP_WATCHING -> {
                Duration quiet = TrialSentences.seconds(figures.quietSecondsNeeded());
                yield new Announcement(
                        watch(quiet, figures.unitsBefore() == null, decision.hours()), true, quiet);
            }
        };
    }

    private static Announcement notReady(Statement why) {
        return new Announcement(why, false, null);
    }

    private static Statement nothingFailed(LivePane seen) {
        return seen.attempts() == 0
                ? Statement.of("fix.trial.announce.nothing")
                : Statement.of(
                        "fix.trial.announce.no_failure",
                        Duration.ofSeconds(Math.round(seen.measuredSeconds())));
    }

    private static Statement watch(Duration quiet, boolean continuous, @Nullable FaultHours hours) {
        if (continuous) {
            return Statement.of("fix.trial.announce.continuous", quiet);
        }
        Statement wait = FixStatements.announcement(quiet);
        return hours == null
                ? wait
                : Statement.of("fix.trial.announce.hours", wait, hours.length());
    }
}
