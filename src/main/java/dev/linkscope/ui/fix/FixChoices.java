package dev.linkscope.ui.fix;

import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.domain.fix.StepKind;
import dev.linkscope.engine.fix.FixView;
import java.util.EnumSet;
import java.util.Set;

/**
 * What can be done at a step as it stands.
 *
 * @param commands all that can be done
 * @param primary what the user most likely does: has the cursor, and Enter does it
 */
record FixChoices(Set<FixCommand> commands, FixCommand primary) {
    FixChoices {
        commands = Set.copyOf(commands);
    }

    /**
     * The choices at the step of a view.
     *
     * @param mode what the user is asked
     * @param possible whether what was looked at can be done now to any printer
     * @param undoable whether Linkscope can undo what it did at this step
     */
    static FixChoices of(FixView view, FixMode mode, boolean possible, boolean undoable) {
        return switch (mode) {
            case LOOKED ->
                    possible
                            ? with(
                                    FixCommand.CARRY_OUT,
                                    FixCommand.LEAVE,
                                    FixCommand.LOOK_AGAIN,
                                    FixCommand.CLOSE)
                            : with(
                                    onwards(view),
                                    FixCommand.LEAVE,
                                    FixCommand.LOOK_AGAIN,
                                    FixCommand.CLOSE);
            case SHUTTING ->
                    possible
                            ? with(FixCommand.SHUT_NOW, FixCommand.LEAVE, FixCommand.CLOSE)
                            : with(FixCommand.LEAVE, FixCommand.CLOSE);
            case UNDOING -> {
                FixChoices plain = with(FixCommand.UNDONE, FixCommand.LEAVE, FixCommand.CLOSE);
                yield view.step().powerOff() ? plain.withoutPower() : plain;
            }
            case AGAIN -> before(view);
            case NONE -> at(view, undoable);
        };
    }

    private static FixChoices at(FixView view, boolean undoable) {
        FixStage stage = FixStage.of(view);
        boolean test = view.step().experiment();
        return switch (stage) {
            case PAUSED -> with(FixCommand.RESUME, FixCommand.CLOSE);
            case ENDED -> with(FixCommand.CLOSE);
            case BEFORE -> before(view);
            case AWAY -> steps(view, FixCommand.IS_BACK);
            case WATCHING ->
                    steps(
                            view,
                            FixCommand.CLOSE,
                            FixCommand.GAVE_UP,
                            FixCommand.PAUSE,
                            FixCommand.NEXT);
            case UNDONE -> steps(view, FixCommand.CLOSE, FixCommand.PAUSE, FixCommand.NEXT);
            case BETTER ->
                    test
                            ? steps(view, FixCommand.UNDO_TEST, FixCommand.PAUSE, FixCommand.NEXT)
                            : steps(view, FixCommand.CLOSE, FixCommand.PAUSE, FixCommand.NEXT);
            case HELD -> {
                FixChoices plain = steps(view, FixCommand.FINISH, FixCommand.NEXT);
                yield test ? plain.and(FixCommand.UNDO_TEST) : plain;
            }
            case CONFIRMED -> steps(view, onwards(view), FixCommand.AGAIN, FixCommand.FINISH);
            case TAKEN_BACK, NOT_FIXED, GIVEN_UP, STAYED_AWAY -> {
                FixChoices plain = steps(view, onwards(view), FixCommand.AGAIN, FixCommand.PAUSE);
                yield undoable ? plain.and(FixCommand.UNDO) : plain;
            }
        };
    }

    private static FixChoices before(FixView view) {
        PlanStep step = view.step();
        FixChoices plain =
                switch (step.kind()) {
                    case BY_HAND ->
                            step.watched()
                                    ? steps(
                                            view,
                                            FixCommand.DONE,
                                            FixCommand.PAUSE,
                                            FixCommand.NEXT)
                                    : steps(view, onwards(view), FixCommand.PAUSE);
                    case WATCH -> steps(view, onwards(view), FixCommand.PAUSE);
                    case ON_THE_PI, IN_OCTOPRINT ->
                            steps(view, FixCommand.LOOK, FixCommand.PAUSE, FixCommand.NEXT);
                    case HUMAN -> steps(view, FixCommand.EXPORT, FixCommand.FINISH);
                };
        return step.powerOff() && step.kind() == StepKind.BY_HAND ? plain.withoutPower() : plain;
    }

    private static FixCommand onwards(FixView view) {
        return index(view) < view.plan().steps().size() - 1 ? FixCommand.NEXT : FixCommand.FINISH;
    }

    /** Which step of its plan it is, from 0. */
    static int index(FixView view) {
        return Math.max(0, view.plan().steps().indexOf(view.step()));
    }

    private FixChoices withoutPower() {
        return and(FixCommand.SHUT_DOWN).and(FixCommand.SWITCHED_OFF);
    }

    /** The same, where something else is the likeliest. */
    FixChoices led(FixCommand by) {
        return new FixChoices(and(by).commands(), by);
    }

    private FixChoices and(FixCommand more) {
        var all = EnumSet.copyOf(commands);
        all.add(more);
        return new FixChoices(all, primary);
    }

    private static FixChoices with(FixCommand primary, FixCommand... others) {
        var all = EnumSet.of(primary, others);
        return new FixChoices(all, primary);
    }

    /** With the ways to the steps before and after, where there are any. */
    private static FixChoices steps(FixView view, FixCommand primary, FixCommand... others) {
        var all = EnumSet.of(primary, others);
        all.add(FixCommand.CLOSE);
        if (index(view) > 0) {
            all.add(FixCommand.BACK);
        }
        if (onwards(view) != FixCommand.NEXT) {
            all.remove(FixCommand.NEXT);
        }
        return new FixChoices(all, primary);
    }
}
