package dev.linkscope.engine.fix;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.loss.FixFigures;
import dev.linkscope.domain.loss.FixReason;
import dev.linkscope.domain.loss.FixVerdict;
import dev.linkscope.stats.FixDecision;
import dev.linkscope.stats.FixRecheck;
import dev.linkscope.stats.FixStatements;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a change stands, in words: what is known, and what comes next. */
final class TrialSentences {
    private TrialSentences() {}

    static Statement of(
            Trial trial, FixDecision decision, @Nullable FixRecheck recheck, Instant now) {
        return switch (trial.state()) {
            case AWAY -> Statement.of("fix.trial.away");
            case WATCHING -> withHours(watching(decision), decision, now);
            case BETTER -> withHours(better(trial, decision, recheck, now), decision, now);
            case HELD -> held(recheck);
            case TAKEN_BACK -> takenBack(recheck);
            case NOT_FIXED -> withHours(notFixed(decision), decision, now);
            case GIVEN_UP -> Statement.of("fix.trial.given_up");
            case UNDONE ->
                    withHours(Statement.of("fix.trial.undone", watching(decision)), decision, now);
            case CONFIRMED -> Statement.of("fix.trial.confirmed");
            case STAYED_AWAY -> Statement.of("fix.trial.stayed_away");
        };
    }

    private static Statement plain(FixDecision decision) {
        return FixStatements.of(decision.figures(), decision.before(), decision.after());
    }

    private static Statement watching(FixDecision decision) {
        FixFigures figures = decision.figures();
        if (figures.reason() == FixReason.BASELINE_TOO_SHORT) {
            return Statement.of("fix.trial.too_little_before");
        }
        return decision.hours() != null
                        && decision.after().slots().noneMatch(slot -> slot.measured())
                ? Statement.of("fix.trial.hours.none", seconds(figures.quietSecondsNeeded()))
                : plain(decision);
    }

    /** What is counted, where that is not everything. */
    private static Statement withHours(Statement said, FixDecision decision, Instant now) {
        if (decision.hours() == null) {
            return said;
        }
        Duration wait = decision.hours().until(now);
        return decision.at() == null && wait.isPositive()
                ? Statement.of("fix.trial.hours.wait", said, wait)
                : Statement.of("fix.trial.hours", said);
    }

    private static Statement notFixed(FixDecision decision) {
        return decision.figures().verdict() == FixVerdict.NOT_FIXED
                ? decision.figures().reason() == FixReason.STILL_DOWN
                                && decision.figures().unitsBefore() != null
                        ? Statement.of("fix.trial.worse")
                        : plain(decision)
                : Statement.of("fix.trial.not_fixed");
    }

    private static Statement better(
            Trial trial, FixDecision decision, @Nullable FixRecheck recheck, Instant now) {
        Statement first =
                decision.figures().verdict() == FixVerdict.VERIFIED
                        ? plain(decision)
                        : Statement.of("fix.trial.better");
        if (recheck == null || trial.decidedAt() == null) {
            return first;
        }
        Integer dropOuts = recheck.dropOuts();
        Statement said =
                dropOuts == null || dropOuts == 0
                        ? first
                        : Statement.of("fix.trial.better.failed", first, dropOuts);
        Duration left = Duration.between(now, trial.decidedAt().plus(FixRecheck.WATCHED));
        return left.isPositive()
                ? Statement.of("fix.trial.better.until", said, left)
                : Statement.of(
                        "fix.trial.better.unmeasured",
                        said,
                        recheck.measured(),
                        FixRecheck.LEAST_MEASURED);
    }

    private static Statement held(@Nullable FixRecheck recheck) {
        Integer dropOuts = recheck == null ? null : recheck.dropOuts();
        Double usual = recheck == null ? null : recheck.usual();
        return dropOuts == null || usual == null
                ? Statement.of("fix.trial.held.works")
                : Statement.of("fix.trial.held", dropOuts, Math.round(usual));
    }

    private static Statement takenBack(@Nullable FixRecheck recheck) {
        boolean counted = recheck != null && recheck.outcome() == FixRecheck.Outcome.BACK;
        Integer dropOuts = recheck == null ? null : recheck.dropOuts();
        return counted && dropOuts != null
                ? Statement.of("fix.trial.taken_back", dropOuts)
                : Statement.of("fix.trial.taken_back.down");
    }

    static Duration seconds(@Nullable Double seconds) {
        return Duration.ofSeconds(seconds == null ? 0 : (long) Math.ceil(seconds));
    }
}
