package dev.linkscope.ui.fix;

import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.fix.FixDesk;
import dev.linkscope.engine.fix.FixDesk.Look;
import dev.linkscope.engine.fix.FixView;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrintingNow;
import dev.linkscope.ui.common.Background;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One way through a plan as the wizard shows it, and what it asks of the desk, away from the
 * window's thread. Used on the window's thread alone.
 */
final class FixModel {
    private static final Duration REMIND_AFTER = Duration.ofDays(1);

    private final FixDesk desk;
    private final Background background;
    private final LinkQuestions questions;
    private final InstantSource clock;
    private final FixText text;
    private final Consumer<String> toldLater;
    private final String group;
    private Runnable onChange = () -> {};
    private FixView view;
    private FixMode mode = FixMode.NONE;
    private Map<PrinterId, Look> looks = Map.of();
    private Map<PrinterId, PrintingNow.State> printing = Map.of();
    private List<String> said = List.of();
    private String problem = "";
    private @Nullable Busy busy;
    private boolean nothingPrints;
    private boolean closed;

    /**
     * Work under way.
     *
     * @param key what is said of it
     * @param change whether it changes something, and so goes on when the wizard is closed
     * @param thread does it
     */
    private record Busy(String key, boolean change, Thread thread) {}

    /** Work that may fail in any way. */
    private interface Work<T> {
        T run() throws LinkException;
    }

    /** What only is done. */
    private interface Deed {
        void run() throws LinkException;
    }

    /**
     * A model of a way that was begun.
     *
     * @param toldLater told what came of a change after the wizard was closed
     */
    FixModel(FixTools tools, FixView begun, FixText text, Consumer<String> toldLater) {
        desk = tools.desk();
        background = tools.background();
        questions = tools.questions();
        clock = tools.clock();
        this.text = text;
        this.toldLater = toldLater;
        group = begun.group();
        view = begun;
    }

    /** Tells of every change of what this says. */
    void onChange(Runnable told) {
        onChange = told;
    }

    /** Looks at the desk; cheap. */
    void refresh() {
        Optional<FixView> now = desk.view(group);
        if (now.isPresent() && !now.get().equals(view)) {
            accept(now.get());
            onChange.run();
        }
    }

    private void accept(FixView now) {
        if (!now.step().id().equals(view.step().id())) {
            forget();
        }
        view = now;
    }

    /** What was asked about one step says nothing about another. */
    private void forget() {
        mode = FixMode.NONE;
        looks = Map.of();
        printing = Map.of();
        said = List.of();
        problem = "";
        nothingPrints = false;
    }

    FixView view() {
        return view;
    }

    FixMode mode() {
        return mode;
    }

    /** What the step would do to each printer; empty before it was looked at. */
    Map<PrinterId, Look> looks() {
        return looks;
    }

    /** Whether each printer prints; empty where it does not matter. */
    Map<PrinterId, PrintingNow.State> printing() {
        return printing;
    }

    /** What came of what was done last, a sentence for each printer. */
    List<String> said() {
        return said;
    }

    /** What went wrong last, with the next step; empty if nothing did. */
    String problem() {
        return problem;
    }

    /** Key of what is under way; null if nothing is. */
    @Nullable String busyKey() {
        return busy == null ? null : busy.key();
    }

    /** Whether anything prints. */
    boolean prints() {
        return printing.containsValue(PrintingNow.State.PRINTING);
    }

    /** Whether the user has to say that nothing prints, as nobody else can tell. */
    boolean mustSay() {
        return !prints() && printing.containsValue(PrintingNow.State.UNKNOWN);
    }

    /** The user says that nothing prints, or takes it back. */
    void nothingPrints(boolean so) {
        if (so != nothingPrints) {
            nothingPrints = so;
            onChange.run();
        }
    }

    boolean nothingPrints() {
        return nothingPrints;
    }

    /** Whether what was looked at can be done now to any printer. */
    boolean possible() {
        boolean any =
                mode == FixMode.SHUTTING
                        || looks.values().stream()
                                .map(Look::preview)
                                .filter(Objects::nonNull)
                                .anyMatch(preview -> preview.possible());
        return any && !prints();
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
        return FixChoices.of(view, mode, possible(), !undoable().isEmpty());
    }

    /** Does what a button says. */
    void perform(FixCommand command) {
        switch (command) {
            case BACK -> turn(-1);
            case NEXT -> turn(1);
            case GAVE_UP -> change("saving", () -> desk.gaveUp(group));
            case SWITCHED_OFF -> change("saving", () -> desk.away(group));
            case IS_BACK -> change("saving", () -> desk.back(group));
            case DONE -> change("saving", () -> desk.done(group));
            case RESUME -> change("saving", () -> desk.resume(group));
            case SHUT_DOWN -> askWhetherPrinting();
            case LOOK, LOOK_AGAIN -> look();
            case LEAVE -> ask(FixMode.NONE);
            case AGAIN -> ask(FixMode.AGAIN);
            case UNDO_TEST -> ask(FixMode.UNDOING);
            case UNDO -> undoAll(false);
            case UNDONE -> undoAll(true);
            case CARRY_OUT -> carryOut();
            case SHUT_NOW -> shutDown();
            case PAUSE, FINISH, CLOSE, EXPORT ->
                    throw new IllegalArgumentException("the window does " + command);
        }
    }

    private void ask(FixMode next) {
        forget();
        mode = next;
        onChange.run();
    }

    private void turn(int by) {
        List<PlanStep> steps = view.plan().steps();
        int to = Math.clamp(FixChoices.index(view) + by, 0, steps.size() - 1);
        change("saving", () -> desk.turnTo(group, steps.get(to).id()));
    }

    /** Leaves it until tomorrow. */
    void pause(Runnable done) {
        run(
                "saving",
                true,
                () -> {
                    desk.pause(group, clock.instant().plus(REMIND_AFTER));
                    return true;
                },
                paused -> done.run());
    }

    /** Ends it. */
    void finish(Runnable done) {
        run(
                "saving",
                true,
                () -> {
                    desk.end(group);
                    return true;
                },
                ended -> done.run());
    }

    private void change(String key, Deed deed) {
        run(
                key,
                true,
                () -> {
                    deed.run();
                    return true;
                },
                done -> forget());
    }

    private record Looked(Map<PrinterId, Look> looks, Map<PrinterId, PrintingNow.State> printing) {}

    private void look() {
        boolean idle = view.step().idle();
        run(
                "looking",
                false,
                () ->
                        new Looked(
                                desk.look(group, questions),
                                idle ? desk.printing(group) : Map.of()),
                looked -> {
                    forget();
                    mode = FixMode.LOOKED;
                    looks = looked.looks();
                    printing = looked.printing();
                });
    }

    private void askWhetherPrinting() {
        run(
                "printing",
                false,
                () -> desk.printing(group),
                states -> {
                    forget();
                    mode = FixMode.SHUTTING;
                    printing = states;
                });
    }

    private void carryOut() {
        Map<PrinterId, Look> shown = looks;
        boolean user = nothingPrints;
        run("changing", true, () -> desk.carryOut(group, shown, user, questions), this::tell);
    }

    private void shutDown() {
        boolean user = nothingPrints;
        run("shutting", true, () -> desk.shutDown(group, user, questions), this::tell);
    }

    private void tell(Map<PrinterId, LedgerEntry> entries) {
        forget();
        said = sentences(entries);
    }

    private List<String> sentences(Map<PrinterId, LedgerEntry> entries) {
        return view.members().stream()
                .filter(member -> entries.containsKey(member.printer()))
                .map(member ->
                        text.ended(
                                Objects.requireNonNull(entries.get(member.printer())),
                                member.name()))
                .toList();
    }

    /**
     * Undoes what Linkscope did at this step.
     *
     * @param test whether it is watched afterwards if the fault comes back
     */
    private void undoAll(boolean test) {
        List<LedgerEntry> entries = undoable();
        run(
                entries.isEmpty() ? "saving" : "undoing",
                true,
                () -> {
                    var undone = new ArrayList<LedgerEntry>();
                    for (LedgerEntry entry : entries) {
                        undone.add(desk.undo(entry.id(), questions));
                    }
                    if (test) {
                        desk.undone(group);
                    }
                    return undone;
                },
                undone -> {
                    forget();
                    said = undone.stream().map(entry -> text.ended(entry, name(entry))).toList();
                });
    }

    private String name(LedgerEntry entry) {
        return view.members().stream()
                .filter(member -> member.printer().equals(entry.printer()))
                .map(FixView.Member::name)
                .findFirst()
                .orElse("");
    }

    private <T> void run(String key, boolean change, Work<T> work, Consumer<T> done) {
        if (busy != null) {
            return;
        }
        problem = "";
        Thread thread =
                background.start(
                        "fix-desk",
                        work::run,
                        result -> {
                            busy = null;
                            done.accept(result);
                            settle();
                        },
                        failure -> {
                            busy = null;
                            problem = text.problem(failure);
                            settle();
                        });
        busy = new Busy(key, change, thread);
        onChange.run();
    }

    private void settle() {
        desk.view(group).ifPresent(now -> view = now);
        if (!closed) {
            onChange.run();
            return;
        }
        String told = problem.isEmpty() ? String.join(" ", said) : problem;
        if (!told.isEmpty()) {
            toldLater.accept(told);
        }
    }

    /** Stops what is under way; a change that is cut off stands in the ledger. */
    void stop() {
        if (busy != null) {
            busy.thread().interrupt();
        }
    }

    /** The wizard is closed: what only looks is stopped, a change goes to its end. */
    void close() {
        closed = true;
        onChange = () -> {};
        if (busy != null && !busy.change()) {
            busy.thread().interrupt();
        }
    }
}
