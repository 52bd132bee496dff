package dev.linkscope.domain.fix;

import dev.linkscope.domain.printer.PrinterId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One printer on its way through a plan.
 *
 * @param id unique
 * @param group equal for all printers that go this way together
 * @param printer the printer
 * @param plan id of the plan
 * @param cause id of the rule whose finding began it
 * @param pane where it shows whether something helped
 * @param begun when it was begun
 * @param step id of the step that the user is at
 * @param trials what was changed, in the order of time
 * @param state whether somebody is at work on it
 * @param remindAt when the user wants to be reminded; null unless paused with a time
 */
public record FixCase(
        String id,
        String group,
        PrinterId printer,
        String plan,
        String cause,
        FixPane pane,
        Instant begun,
        String step,
        List<Trial> trials,
        CaseState state,
        @Nullable Instant remindAt) {
    public FixCase {
        trials = List.copyOf(trials);
    }

    /** The change that is watched, or was last; null before the first. */
    public @Nullable Trial latest() {
        return trials.isEmpty() ? null : trials.getLast();
    }

    /** Whether outcomes still have to be kept coming for it. */
    public boolean watching() {
        Trial latest = latest();
        return latest != null && latest.state().open();
    }

    /** The change at a step: the last one made there; null before the first. */
    public @Nullable Trial at(String id) {
        return trials.reversed().stream()
                .filter(trial -> trial.step().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The same, going together with others. */
    public FixCase withGroup(String other, String atStep) {
        return new FixCase(
                id, other, printer, plan, cause, pane, begun, atStep, trials, state, remindAt);
    }

    /** The same with these changes. */
    public FixCase withTrials(List<Trial> others) {
        return new FixCase(
                id, group, printer, plan, cause, pane, begun, step, others, state, remindAt);
    }

    /** The same with one change as it stands now. */
    public FixCase withTrial(Trial old, Trial now) {
        return withTrials(trials.stream().map(trial -> trial.equals(old) ? now : trial).toList());
    }

    /**
     * The same, where somebody is at work on it or not.
     *
     * @param remind when the user wants to be reminded; null unless paused with a time
     */
    public FixCase withState(CaseState other, @Nullable Instant remind) {
        return new FixCase(
                id, group, printer, plan, cause, pane, begun, step, trials, other, remind);
    }
}
