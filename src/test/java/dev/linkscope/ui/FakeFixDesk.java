package dev.linkscope.ui;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.CaseState;
import dev.linkscope.domain.fix.Drawing;
import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.fix.FixDesk;
import dev.linkscope.engine.fix.FixMark;
import dev.linkscope.engine.fix.FixView;
import dev.linkscope.engine.fix.FixView.Member;
import dev.linkscope.engine.fix.TrialView;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrintingNow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A desk that changes nothing and says what it is told to; records what it was asked for. */
public final class FakeFixDesk implements FixDesk {
    private static final Instant NOW = FakeSnapshots.NOW;

    private final FixPlans plans;
    private final Function<PrinterId, String> names;
    private final Map<String, FixView> views = new LinkedHashMap<>();
    private final Map<String, Map<PrinterId, Map<String, Trial>>> trials = new HashMap<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> due = new ArrayList<>();
    private long revision;

    /** What a look tells; may be replaced, and may ask or fail. */
    public BiFunction<PrinterId, LinkQuestions, Look> looking =
            (printer, questions) -> new Look(FixSamples.preview(List.of()), null);

    /** Whether printers print. */
    public PrintingNow.State printing = PrintingNow.State.UNKNOWN;

    /** How a change that is carried out ends. */
    public EntryState ending = EntryState.DONE;

    /** Fails the ledger's buttons; null to let them work. */
    public @Nullable LinkException failing;

    /** Figures of a change in this state. */
    public Function<TrialState, TrialView> figures = FixSamples::figures;

    /** Whether enough was seen to compare a change with. */
    public boolean ready = true;

    /** A desk of these plans. */
    public FakeFixDesk(FixPlans plans, Function<PrinterId, String> names) {
        this.plans = plans;
        this.names = names;
    }

    /** Lets every change of a group stand so. */
    public synchronized void stand(String group, TrialState state) {
        FixView view = require(group);
        view.members().forEach(member -> put(group, member.printer(), view.step().id(), state));
        changed(group, old -> old);
    }

    /** Lets a paused group become due. */
    public synchronized void becomeDue(String group) {
        due.add(group);
        revision++;
    }

    /** Puts an entry into the ledger. */
    public synchronized void enter(LedgerEntry entry) {
        ledger.removeIf(old -> old.id().equals(entry.id()));
        ledger.add(entry);
        revision++;
    }

    /** What it was asked for, in order. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    private FixView require(String group) {
        return view(group).orElseThrow();
    }

    private void put(String group, PrinterId printer, String step, TrialState state) {
        Instant changed = NOW.minusSeconds(660);
        boolean undone =
                state == TrialState.UNDONE
                        || state == TrialState.CONFIRMED
                        || state == TrialState.STAYED_AWAY;
        trials.computeIfAbsent(group, id -> new HashMap<>())
                .computeIfAbsent(printer, id -> new HashMap<>())
                .put(
                        step,
                        new Trial(
                                step,
                                new Span(changed.minusSeconds(7200), changed),
                                changed,
                                List.of(),
                                undone ? NOW.minusSeconds(120) : null,
                                state,
                                state.open() ? null : NOW));
    }

    private void changed(String group, UnaryOperator<FixView> change) {
        FixView view = change.apply(require(group));
        List<Member> members =
                view.members().stream()
                        .map(member -> member(group, member.printer(), view.step()))
                        .toList();
        views.put(
                group,
                new FixView(
                        group,
                        view.plan(),
                        view.cause(),
                        view.step(),
                        view.state(),
                        view.remindAt(),
                        members));
        revision++;
    }

    private Member member(String group, PrinterId printer, PlanStep step) {
        Trial trial =
                trials.getOrDefault(group, Map.of()).getOrDefault(printer, Map.of()).get(step.id());
        return new Member(
                printer,
                names.apply(printer),
                trial,
                trial == null || trial.state() == TrialState.AWAY
                        ? null
                        : figures.apply(trial.state()),
                Statement.of(ready ? "fake.fix.wait" : "fake.fix.early"),
                ready);
    }

    private static FixView at(FixView old, PlanStep step, CaseState state, @Nullable Instant when) {
        return new FixView(old.group(), old.plan(), old.cause(), step, state, when, old.members());
    }

    @Override
    public synchronized long revision() {
        return revision;
    }

    @Override
    public Optional<Plan> planFor(String rule) {
        return plans.forCause(rule);
    }

    @Override
    public Optional<Drawing> drawing(String name) {
        return plans.drawing(name);
    }

    @Override
    public synchronized List<FixView> views() {
        return views.values().stream().filter(view -> view.state() != CaseState.ENDED).toList();
    }

    @Override
    public synchronized Optional<FixView> view(String group) {
        return Optional.ofNullable(views.get(group));
    }

    @Override
    public synchronized List<LedgerEntry> ledger(PrinterId printer) {
        return ledger.reversed().stream().filter(one -> one.printer().equals(printer)).toList();
    }

    @Override
    public synchronized List<FixMark> marks(PrinterId printer) {
        return trials.values().stream()
                .flatMap(group -> group.getOrDefault(printer, Map.of()).values().stream())
                .map(trial ->
                        new FixMark(
                                trial.changedAt(), trial.step(), trial.state(), trial.undoneAt()))
                .toList();
    }

    @Override
    public synchronized List<FixView> due() {
        return due.stream().map(views::get).toList();
    }

    @Override
    public synchronized String begin(Plan plan, String cause, List<PrinterId> printers) {
        calls.add("begin " + plan.id() + " " + printers.size());
        String group = "group-" + (views.size() + 1);
        PlanStep first = plan.steps().getFirst();
        List<Member> members =
                printers.stream().map(printer -> member(group, printer, first)).toList();
        views.put(group, new FixView(group, plan, cause, first, CaseState.OPEN, null, members));
        revision++;
        return group;
    }

    @Override
    public synchronized void turnTo(String group, String step) {
        calls.add("turn to " + step);
        changed(
                group,
                old -> at(old, old.plan().step(step).orElseThrow(), old.state(), old.remindAt()));
    }

    @Override
    public synchronized Map<PrinterId, PrintingNow.State> printing(String group) {
        var states = new LinkedHashMap<PrinterId, PrintingNow.State>();
        require(group).members().forEach(member -> states.put(member.printer(), printing));
        return states;
    }

    // Not synchronized: it may wait for an answer of the user.
    @Override
    public Map<PrinterId, Look> look(String group, LinkQuestions questions) {
        var looks = new LinkedHashMap<PrinterId, Look>();
        for (Member member : require(group).members()) {
            looks.put(member.printer(), looking.apply(member.printer(), questions));
        }
        synchronized (this) {
            calls.add("look");
        }
        return looks;
    }

    @Override
    public synchronized Map<PrinterId, LedgerEntry> carryOut(
            String group,
            Map<PrinterId, Look> shown,
            boolean nothingPrints,
            LinkQuestions questions) {
        calls.add("carry out, nothing prints: " + nothingPrints);
        return enterAll(group, ending, TrialState.WATCHING);
    }

    private Map<PrinterId, LedgerEntry> enterAll(String group, EntryState state, TrialState trial) {
        FixView view = require(group);
        var entries = new LinkedHashMap<PrinterId, LedgerEntry>();
        for (Member member : view.members()) {
            LedgerEntry entry = entry(view, member.printer(), state);
            entries.put(member.printer(), entry);
            enter(entry);
            if (state == EntryState.DONE) {
                put(group, member.printer(), view.step().id(), trial);
            }
        }
        changed(group, old -> old);
        return entries;
    }

    private LedgerEntry entry(FixView view, PrinterId printer, EntryState state) {
        return new LedgerEntry(
                "entry-" + (ledger.size() + 1),
                view.group(),
                printer,
                view.step().id(),
                view.step().action(),
                "anna",
                NOW.minusSeconds(660),
                NOW,
                state,
                FixSamples.preview(List.of()).changes(),
                view.step().action() == null ? null : "{}",
                List.of());
    }

    @Override
    public synchronized void done(String group) {
        calls.add("done");
        stand(group, TrialState.WATCHING);
    }

    @Override
    public synchronized void away(String group) {
        calls.add("away");
        stand(group, TrialState.AWAY);
    }

    @Override
    public synchronized void back(String group) {
        calls.add("back");
        stand(group, TrialState.WATCHING);
    }

    @Override
    public synchronized Map<PrinterId, LedgerEntry> shutDown(
            String group, boolean nothingPrints, LinkQuestions questions) {
        calls.add("shut down, nothing prints: " + nothingPrints);
        return enterAll(group, EntryState.DONE, TrialState.AWAY);
    }

    @Override
    public synchronized void gaveUp(String group) {
        calls.add("gave up");
        stand(group, TrialState.GIVEN_UP);
    }

    @Override
    public synchronized void undone(String group) {
        calls.add("undone");
        stand(group, TrialState.UNDONE);
    }

    @Override
    public synchronized void pause(String group, @Nullable Instant remindAt) {
        calls.add("pause until " + remindAt);
        changed(group, old -> at(old, old.step(), CaseState.PAUSED, remindAt));
    }

    @Override
    public synchronized void resume(String group) {
        calls.add("resume");
        due.remove(group);
        changed(group, old -> at(old, old.step(), CaseState.OPEN, null));
    }

    @Override
    public synchronized void end(String group) {
        calls.add("end");
        changed(group, old -> at(old, old.step(), CaseState.ENDED, null));
    }

    @Override
    public synchronized FixAction.Standing standing(String entry, LinkQuestions questions)
            throws LinkException {
        calls.add("standing " + entry);
        refuse();
        return FixAction.Standing.IN_PART;
    }

    @Override
    public synchronized LedgerEntry undo(String entry, LinkQuestions questions)
            throws LinkException {
        calls.add("undo " + entry);
        refuse();
        return end(entry, EntryState.UNDONE);
    }

    @Override
    public synchronized LedgerEntry finish(String entry, LinkQuestions questions)
            throws LinkException {
        calls.add("finish " + entry);
        refuse();
        return end(entry, EntryState.DONE);
    }

    private void refuse() throws LinkException {
        if (failing != null) {
            throw failing;
        }
    }

    private LedgerEntry end(String id, EntryState state) {
        LedgerEntry now =
                ledger.stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .ended(state, NOW, List.of());
        enter(now);
        return now;
    }
}
