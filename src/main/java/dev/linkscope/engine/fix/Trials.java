package dev.linkscope.engine.fix;

import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a change that is watched. Pure. */
final class Trials {
    private Trials() {}

    /** A change that was complete at a moment, and is watched from then on. */
    static Trial watched(String step, Span baseline, Instant changedAt) {
        return new Trial(step, baseline, changedAt, List.of(), null, TrialState.WATCHING, null);
    }

    /** A change for which the power is cut now. */
    static Trial away(String step, Span baseline) {
        Instant at = baseline.to();
        return new Trial(
                step, baseline, at, List.of(new Span(at, at)), null, TrialState.AWAY, null);
    }

    /** The power is cut once more, such as to undo an experiment. */
    static Trial awayAgain(Trial trial, Instant at) {
        var away = new ArrayList<>(trial.away());
        away.add(new Span(at, at));
        return with(trial, trial.changedAt(), away, trial.undoneAt(), trial.state());
    }

    /** Whether the power is cut for it now: the last span is open, which is to say empty. */
    static boolean isAway(Trial trial) {
        return !trial.away().isEmpty() && trial.away().getLast().length().isZero();
    }

    /** The power is back; where the change was made without power, it is complete now. */
    static Trial back(Trial trial, Instant at) {
        Span open = trial.away().getLast();
        // Never empty: that would be a span that is still open.
        Instant end = at.isAfter(open.from()) ? at : open.from().plusMillis(1);
        var away = new ArrayList<>(trial.away());
        away.set(away.size() - 1, new Span(open.from(), end));
        boolean made = trial.state() == TrialState.AWAY;
        return with(
                trial,
                made ? end : trial.changedAt(),
                away,
                trial.undoneAt(),
                made ? TrialState.WATCHING : trial.state());
    }

    /** The user found that it did not help, or nobody watches it any more. */
    static Trial givenUp(Trial trial, Instant at) {
        return new Trial(
                trial.step(),
                trial.baseline(),
                trial.changedAt(),
                closed(trial, at),
                trial.undoneAt(),
                TrialState.GIVEN_UP,
                at);
    }

    /** Whether undoing it is the test whether the fault comes back. */
    static boolean testable(Trial trial, boolean experiment) {
        return experiment
                && (trial.state() == TrialState.BETTER || trial.state() == TrialState.HELD);
    }

    /**
     * It was undone: a test of an experiment that had helped, the end of everything else.
     *
     * @param experiment whether the step is one
     */
    static Trial undone(Trial trial, Instant at, boolean experiment) {
        if (testable(trial, experiment)) {
            return with(trial, trial.changedAt(), closed(trial, at), at, TrialState.UNDONE);
        }
        Trial ended = trial.state().open() ? givenUp(trial, at) : trial;
        return with(ended, ended.changedAt(), ended.away(), at, ended.state());
    }

    private static List<Span> closed(Trial trial, Instant at) {
        return isAway(trial) ? back(trial, at).away() : trial.away();
    }

    private static Trial with(
            Trial trial,
            Instant changedAt,
            List<Span> away,
            @Nullable Instant undoneAt,
            TrialState state) {
        return new Trial(
                trial.step(),
                trial.baseline(),
                changedAt,
                away,
                undoneAt,
                state,
                trial.decidedAt());
    }
}
