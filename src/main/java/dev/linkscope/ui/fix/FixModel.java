package dev.linkscope.ui.fix;

import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.domain.fix.StepKind;
import dev.linkscope.engine.fix.FixDesk;
import dev.linkscope.engine.fix.FixView;
import dev.linkscope.engine.port.LinkQuestions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One way through a plan as the wizard shows it, and what it asks of the desk, away from the
 * window's thread. Used on the window's thread alone.
 */
final class FixModel {
    private static final Duration REMIND_AFTER = Duration.ofDays(1);

    private final FixDesk desk;
    private final LinkQuestions questions;
    private final InstantSource clock;
    private final FixText text;
    private final Consumer<String> toldLater;
    private final String group;
    private final DeskWork work;
    private Runnable onChange = () -> {};
    private FixView view;
    private FixAsked asked = FixAsked.NOTHING;
    private List<String> said = List.of();
    private boolean closed;

    /**
     * A model of a way that was begun.
     *
     * @param toldLater told what came of a change after the wizard was closed
     */
    FixModel(FixTools tools, FixView begun, FixText text, Consumer<String> toldLater) {
        desk = tools.desk();
        questions = tools.questions();
        clock = tools.clock();
        this.text = text;
        this.toldLater = toldLater;
        group = begun.group();
        view = begun;
        work = new DeskWork(tools.background(), text, this::settle);
    }

    /** Tells of every change of what this says. */
    void onChange(Runnable told) {
        onChange = told;
    }

    /** Looks at the desk; cheap. */
    void refresh() {
        Optional<FixView> now = desk.view(group);
        if (now.isPresent() && !now.get().equals(view)) {
            // What was asked about one step says nothing about another.
            if (!now.get().step().id().equals(view.step().id())) {
                forget();
            }
            view = now.get();
            onChange.run();
        }
    }

    private void forget() {
        asked = FixAsked.NOTHING;
        said = List.of();
        work.forget();
    }

    private void settle() {
        desk.view(group).ifPresent(now -> view = now);
        if (!closed) {
            onChange.run();
            return;
        }
        String told = work.problem().isEmpty() ? String.join(" ", said) : work.problem();
        if (work.busyKey() == null && !told.isEmpty()) {
            toldLater.accept(told);
        }
    }

    FixView view() {
        return view;
    }

    /** What the user is asked beside the step. */
    FixAsked asked() {
        return asked;
    }

    /** What came of what was done last, a sentence for each printer. */
    List<String> said() {
        return said;
    }

    /** What is under way, and what went wrong. */
    DeskWork work() {
        return work;
    }

    /** The user says that nothing prints, or takes it back. */
    void nothingPrints(boolean so) {
        if (so != asked.nothingPrints()) {
            asked = asked.said(so);
            onChange.run();
        }
    }

    /** Changes that Linkscope made at this step and can undo. */
    List<LedgerEntry> undoable() {
        return view.members().stream()
                .flatMap(member -> desk.ledger(member.printer()).stream())
                .filter(entry ->
                        entry.step().equals(view.step().id())
                                && entry.action() != null
                                && entry.undo() != null
                                && entry.state() == EntryState.DONE)
                .toList();
    }

    /** The step of another change that is still watched, as one change at a time is made. */
    Optional<String> watchedElsewhere() {
        return view.members().stream()
                .flatMap(member -> desk.marks(member.printer()).stream())
                .filter(mark ->
                        FixStage.occupied(mark.state()) && !mark.step().equals(view.step().id()))
                .map(mark -> mark.step())
                .findFirst();
    }

    FixChoices choices() {
        FixChoices all = FixChoices.of(view, asked.mode(), asked.possible(), canUndo());
        // When the print has ended it can be done.
        return asked.mode() == FixMode.LOOKED && asked.prints()
                ? all.led(FixCommand.LOOK_AGAIN)
                : all;
    }

    /** What Linkscope did it undoes itself; what was done by hand the user says to be undone. */
    private boolean canUndo() {
        return !undoable().isEmpty()
                || (view.step().kind() == StepKind.BY_HAND
                        && view.members().stream()
                                .map(FixView.Member::trial)
                                .anyMatch(trial -> trial != null && trial.undoneAt() == null));
    }

    /** Does what a button says. */
    void perform(FixCommand command) {
        switch (command) {
            case BACK -> turn(-1);
            case NEXT -> turn(1);
            case GAVE_UP -> tell(desk::gaveUp);
            case SWITCHED_OFF -> tell(desk::away);
            case IS_BACK -> tell(desk::back);
            case DONE -> tell(desk::done);
            case RESUME -> tell(desk::resume);
            case SHUT_DOWN -> askWhetherPrinting();
            case LOOK, LOOK_AGAIN -> look();
            case LEAVE -> ask(FixMode.NONE);
            case AGAIN -> ask(FixMode.AGAIN);
            case UNDO_TEST -> ask(FixMode.UNDOING);
            case UNDO -> undoAll(undoable().isEmpty());
            case UNDONE -> undoAll(true);
            case CARRY_OUT -> carryOut();
            case SHUT_NOW -> shutDown();
            case PAUSE, FINISH, CLOSE, EXPORT ->
                    throw new IllegalArgumentException("the window does " + command);
        }
    }

    private void ask(FixMode next) {
        forget();
        asked = FixAsked.of(next, Map.of(), Map.of());
        onChange.run();
    }

    /** Leaves it until tomorrow. */
    void pause(Runnable done) {
        tell(one -> desk.pause(one, clock.instant().plus(REMIND_AFTER)), done);
    }

    /** Ends it. */
    void finish(Runnable done) {
        tell(desk::end, done);
    }

    private void turn(int by) {
        List<PlanStep> steps = view.plan().steps();
        int to = Math.clamp(FixChoices.index(view) + by, 0, steps.size() - 1);
        tell(one -> desk.turnTo(one, steps.get(to).id()));
    }

    /** Tells the desk what the user did. */
    private void tell(Consumer<String> what) {
        tell(what, () -> {});
    }

    private void tell(Consumer<String> what, Runnable done) {
        work.change(
                "saving",
                () -> {
                    what.accept(group);
                    return group;
                },
                told -> {
                    forget();
                    done.run();
                });
    }

    private void look() {
        boolean idle = view.step().idle();
        work.look(
                "looking",
                () ->
                        FixAsked.of(
                                FixMode.LOOKED,
                                desk.look(group, questions),
                                idle ? desk.printing(group) : Map.of()),
                looked -> {
                    forget();
                    asked = looked;
                });
    }

    private void askWhetherPrinting() {
        work.look(
                "printing",
                () -> FixAsked.of(FixMode.SHUTTING, Map.of(), desk.printing(group)),
                states -> {
                    forget();
                    asked = states;
                });
    }

    private void carryOut() {
        FixAsked shown = asked;
        work.change(
                "changing",
                () ->
                        desk.carryOut(group, shown.looks(), shown.nothingPrints(), questions)
                                .values(),
                this::ended);
    }

    private void shutDown() {
        boolean user = asked.nothingPrints();
        work.change("shutting", () -> desk.shutDown(group, user, questions).values(), this::ended);
    }

    /**
     * Undoes what Linkscope did at this step.
     *
     * @param byUser whether the user has undone something, or undoes it for a test
     */
    private void undoAll(boolean byUser) {
        List<LedgerEntry> entries = undoable();
        work.change(
                entries.isEmpty() ? "saving" : "undoing",
                () -> {
                    var undone = new ArrayList<LedgerEntry>();
                    for (LedgerEntry entry : entries) {
                        undone.add(desk.undo(entry.id(), questions));
                    }
                    if (byUser) {
                        desk.undone(group);
                    }
                    return undone;
                },
                this::ended);
    }

    private void ended(Collection<LedgerEntry> entries) {
        forget();
        said =
                entries.stream()
                        .map(entry -> text.ended(entry, text.name(view, entry.printer())))
                        .toList();
    }

    /** The wizard is closed: what only looks is stopped, a change goes to its end. */
    void close() {
        closed = true;
        onChange = () -> {};
        work.stopLooking();
    }
}
