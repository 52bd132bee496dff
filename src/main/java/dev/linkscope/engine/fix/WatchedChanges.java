package dev.linkscope.engine.fix;

import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Begins and ends the watching of changes, one at a time a printer: a new one ends the one before
 * it, which nobody could tell apart from it any more.
 */
final class WatchedChanges {
    private final FixBook book;
    private final Function<FixCase, Duration> reach;

    /**
     * Those of a book.
     *
     * @param reach how far back a change to a case is compared
     */
    WatchedChanges(FixBook book, Function<FixCase, Duration> reach) {
        this.book = book;
        this.reach = reach;
    }

    /**
     * A change was made: it is watched from now on.
     *
     * @param begun when it was begun; what came after it is no baseline
     * @param complete when it was complete
     */
    void begin(String fixCase, PlanStep step, Instant begun, Instant complete) {
        if (step.watched()) {
            add(fixCase, begun, one -> Trials.watched(step.id(), span(one, begun), complete));
        }
    }

    /** The power is cut for a step. */
    void away(String fixCase, PlanStep step, Instant at) {
        synchronized (book) {
            FixCase one = book.find(fixCase).orElseThrow();
            Trial trial = one.at(step.id());
            if (trial != null && Trials.isAway(trial)) {
                return;
            }
            if (trial != null && isForUndoing(trial, step)) {
                change(fixCase, trial, old -> Trials.awayAgain(old, at));
            } else if (step.watched()) {
                add(fixCase, at, of -> Trials.away(step.id(), span(of, at)));
            }
        }
    }

    /** What was moved for a test is moved back without power too. */
    private static boolean isForUndoing(Trial trial, PlanStep step) {
        return step.experiment()
                && trial.undoneAt() == null
                && trial.state() != TrialState.GIVEN_UP;
    }

    /**
     * The power is back.
     *
     * @return whether it was cut to undo the step
     */
    boolean back(String fixCase, PlanStep step, Instant at) {
        synchronized (book) {
            Trial trial = book.find(fixCase).orElseThrow().at(step.id());
            if (trial == null || !Trials.isAway(trial)) {
                return false;
            }
            boolean undoing = trial.state() != TrialState.AWAY;
            change(fixCase, trial, old -> Trials.back(old, at));
            if (undoing) {
                undone(fixCase, step, at);
            }
            return undoing;
        }
    }

    /** The user found that it did not help. */
    void gaveUp(String fixCase, PlanStep step, Instant at) {
        Trial trial = book.find(fixCase).orElseThrow().at(step.id());
        if (trial != null && trial.state().open()) {
            change(fixCase, trial, old -> Trials.givenUp(old, at));
        }
    }

    /** The change of a step was undone. */
    void undone(String fixCase, PlanStep step, Instant at) {
        Trial trial = book.find(fixCase).map(one -> one.at(step.id())).orElse(null);
        if (trial != null && trial.undoneAt() == null) {
            change(fixCase, trial, old -> Trials.undone(old, at, step.experiment()));
        }
    }

    /** Nobody waits any more for what is not yet known; what helped is looked at after a day. */
    void end(String fixCase, Instant at) {
        book.edit(
                fixCase,
                one ->
                        one.withTrials(
                                one.trials().stream()
                                        .map(trial -> endedUnlessBetter(trial, at))
                                        .toList()));
    }

    private void add(String fixCase, Instant at, Function<FixCase, Trial> made) {
        synchronized (book) {
            FixCase here = book.find(fixCase).orElseThrow();
            Trial next = made.apply(here);
            for (FixCase one : book.of(here.printer())) {
                end(one.id(), at);
            }
            book.edit(
                    fixCase,
                    one -> {
                        var trials = new ArrayList<>(one.trials());
                        trials.add(next);
                        return one.withTrials(trials);
                    });
        }
    }

    private Span span(FixCase one, Instant end) {
        return Baseline.before(book.of(one.printer()), end, reach.apply(one));
    }

    private static Trial endedUnlessBetter(Trial trial, Instant at) {
        return trial.state().open() && trial.state() != TrialState.BETTER
                ? Trials.givenUp(trial, at)
                : trial;
    }

    private void change(String fixCase, Trial old, UnaryOperator<Trial> change) {
        book.edit(fixCase, one -> one.withTrial(old, change.apply(old)));
    }
}
