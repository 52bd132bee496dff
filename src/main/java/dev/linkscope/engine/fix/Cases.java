package dev.linkscope.engine.fix;

import dev.linkscope.domain.fix.CaseState;
import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.domain.fix.StepKind;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.FixPlans;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** What the user does with a case, and with his own hands. */
final class Cases {
    private final FixBook book;
    private final FixPlans plans;
    private final WatchedChanges watched;
    private final InstantSource clock;
    private final String who;

    /**
     * Cases of a book.
     *
     * @param who name of the user of this computer
     */
    Cases(FixBook book, FixPlans plans, WatchedChanges watched, InstantSource clock, String who) {
        this.book = book;
        this.plans = plans;
        this.watched = watched;
        this.clock = clock;
        this.who = who;
    }

    /**
     * Begins, or goes on with the latest group of the same cause that has not ended and has one of
     * the printers; the others join it at its step.
     */
    String begin(Plan plan, String cause, List<PrinterId> printers) {
        if (printers.isEmpty()) {
            throw new IllegalArgumentException("a plan needs a printer");
        }
        synchronized (book) {
            Optional<FixCase> known =
                    open(plan, cause).stream()
                            .filter(one -> printers.contains(one.printer()))
                            .max(Comparator.comparing(FixCase::begun));
            String group = known.map(FixCase::group).orElse(UUID.randomUUID().toString());
            String step = known.map(FixCase::step).orElse(plan.steps().getFirst().id());
            for (PrinterId printer : List.copyOf(printers)) {
                FixCase own =
                        open(plan, cause).stream()
                                .filter(one -> one.printer().equals(printer))
                                .findFirst()
                                .orElseGet(() -> fresh(plan, cause, printer, group, step));
                book.keep(own.withGroup(group, step));
            }
            if (known.isPresent()) {
                book.group(group).stream()
                        .filter(one -> one.state() == CaseState.PAUSED)
                        .forEach(one -> book.keep(one.withState(CaseState.OPEN, null)));
            }
            return group;
        }
    }

    private List<FixCase> open(Plan plan, String cause) {
        return book.cases().stream()
                .filter(one -> one.state() != CaseState.ENDED)
                .filter(one -> one.plan().equals(plan.id()) && one.cause().equals(cause))
                .toList();
    }

    private FixCase fresh(Plan plan, String cause, PrinterId printer, String group, String step) {
        return new FixCase(
                UUID.randomUUID().toString(),
                group,
                printer,
                plan.id(),
                cause,
                plan.pane(),
                clock.instant(),
                step,
                List.of(),
                CaseState.OPEN,
                null);
    }

    /** The step that a case is at. */
    PlanStep step(FixCase one) {
        return Showing.step(plan(one), one);
    }

    /** A step of the plan of a case; empty if the plan has no such step any more. */
    Optional<PlanStep> step(FixCase one, String id) {
        return plan(one).step(id);
    }

    private Plan plan(FixCase one) {
        return plans.plan(one.plan())
                .orElseThrow(() -> new IllegalStateException("no plan " + one.plan()));
    }

    /** The user turns to a step. */
    void turnTo(FixCase one, String step) {
        if (plan(one).step(step).isEmpty()) {
            throw new IllegalArgumentException("the plan has no step " + step);
        }
        book.keep(one.withGroup(one.group(), step));
    }

    /**
     * The user has done the step; saying so twice is saying so once. Where nothing is done but
     * looking, nothing is written down.
     */
    void done(FixCase one) {
        PlanStep step = step(one);
        Trial trial = one.at(step.id());
        boolean said = trial != null && trial.state() == TrialState.WATCHING;
        if (said || step.kind() == StepKind.WATCH || step.kind() == StepKind.HUMAN) {
            return;
        }
        Instant now = clock.instant();
        book.keep(byHand(one, step, now).ended(EntryState.DONE, now, List.of()));
        watched.begin(one.id(), step, now, now);
    }

    /** The power is cut for the step. */
    void away(FixCase one) {
        away(one, clock.instant());
    }

    /** The power was cut for the step at a moment. */
    void away(FixCase one, Instant at) {
        PlanStep step = step(one);
        if (underWay(one, step).isEmpty() && done(one, step).isEmpty()) {
            book.keep(byHand(one, step, at));
        }
        watched.away(one.id(), step, at);
    }

    /** The power is back. */
    void back(FixCase one) {
        PlanStep step = step(one);
        Instant now = clock.instant();
        if (watched.back(one.id(), step, now)) {
            done(one, step).forEach(entry -> ended(entry, EntryState.UNDONE, now));
        } else {
            underWay(one, step).forEach(entry -> ended(entry, EntryState.DONE, now));
        }
    }

    /** The user found that it did not help. */
    void gaveUp(FixCase one) {
        PlanStep step = step(one);
        Instant now = clock.instant();
        watched.gaveUp(one.id(), step, now);
        underWay(one, step).forEach(entry -> ended(entry, EntryState.INTERRUPTED, now));
    }

    /** The user has undone by hand what was done by hand. */
    void undone(FixCase one) {
        PlanStep step = step(one);
        Instant now = clock.instant();
        watched.undone(one.id(), step, now);
        done(one, step).forEach(entry -> ended(entry, EntryState.UNDONE, now));
        underWay(one, step).forEach(entry -> ended(entry, EntryState.UNDONE, now));
    }

    /** The user has undone by hand what an entry says. */
    LedgerEntry undoneByHand(LedgerEntry entry) {
        Instant now = clock.instant();
        book.find(entry.fixCase())
                .flatMap(one -> step(one, entry.step()))
                .ifPresent(step -> watched.undone(entry.fixCase(), step, now));
        ended(entry, EntryState.UNDONE, now);
        return book.entry(entry.id());
    }

    /** Ends it. */
    void end(FixCase one) {
        Instant now = clock.instant();
        watched.end(one.id(), now);
        book.edit(one.id(), here -> here.withState(CaseState.ENDED, null));
        entries(one, entry -> entry.state() == EntryState.BEGUN && entry.action() == null)
                .forEach(entry -> ended(entry, EntryState.INTERRUPTED, now));
    }

    private List<LedgerEntry> underWay(FixCase one, PlanStep step) {
        return entries(one, entry -> isByHand(entry, step, EntryState.BEGUN));
    }

    private List<LedgerEntry> done(FixCase one, PlanStep step) {
        return entries(one, entry -> isByHand(entry, step, EntryState.DONE));
    }

    private static boolean isByHand(LedgerEntry entry, PlanStep step, EntryState state) {
        return entry.action() == null && entry.state() == state && entry.step().equals(step.id());
    }

    private List<LedgerEntry> entries(FixCase one, Predicate<LedgerEntry> wanted) {
        return book.ledger().stream()
                .filter(entry -> entry.fixCase().equals(one.id()))
                .filter(wanted)
                .toList();
    }

    private void ended(LedgerEntry entry, EntryState how, Instant at) {
        book.keep(entry.ended(how, at, entry.said()));
    }

    private LedgerEntry byHand(FixCase one, PlanStep step, Instant at) {
        return new LedgerEntry(
                UUID.randomUUID().toString(),
                one.id(),
                one.printer(),
                step.id(),
                null,
                who,
                at,
                null,
                EntryState.BEGUN,
                List.of(),
                null,
                List.of());
    }
}
