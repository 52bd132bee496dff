package dev.linkscope.engine.fix;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.FarmControl;
import dev.linkscope.engine.port.FixAction.Preview;
import dev.linkscope.engine.port.FixAction.Standing;
import dev.linkscope.engine.port.FixStoreException;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes changes, undoes them and brings them to their end, one at a time a printer. Each is written
 * down before it is made and after it, so that whatever is lost in the middle, the ledger names it.
 */
final class Changer {
    private static final Logger LOG = LoggerFactory.getLogger(Changer.class);

    private static final Preview NOTHING =
            new Preview(List.of(), List.of(), null, List.of(), List.of());

    private final FixBook book;
    private final WatchedChanges watched;
    private final Refusals refusals;
    private final InstantSource clock;
    private final String who;
    private final FarmControl farm;
    private final ConcurrentHashMap<PrinterId, ReentrantLock> turns = new ConcurrentHashMap<>();

    /**
     * A changer with nothing under way.
     *
     * @param who name of the user of this computer
     * @param farm told where a change moved what is measured
     */
    Changer(
            FixBook book,
            WatchedChanges watched,
            Refusals refusals,
            InstantSource clock,
            String who,
            FarmControl farm) {
        this.book = book;
        this.watched = watched;
        this.refusals = refusals;
        this.clock = clock;
        this.who = who;
        this.farm = farm;
    }

    /** Does what was shown, and begins to watch it. What came of it is in the entry. */
    LedgerEntry carryOut(
            Order order, Preview shown, boolean nothingPrints, LinkQuestions questions) {
        ReentrantLock turn = turn(order.printer().id());
        try {
            LedgerEntry entry = entry(order, shown);
            List<Statement> refused = refusals.of(order, shown, nothingPrints);
            if (!refused.isEmpty()) {
                return kept(entry.ended(EntryState.FAILED, clock.instant(), refused));
            }
            try {
                book.begin(entry);
            } catch (FixStoreException e) {
                LOG.warn("a change could not be written down, so it is not made", e);
                Statement why = Statement.of("fix.desk.not_written", order.printer().name());
                List<Statement> told = List.of(why, e.problem(), e.nextStep());
                return entry.ended(EntryState.FAILED, clock.instant(), told);
            }
            return made(order, entry, shown, questions);
        } finally {
            turn.unlock();
        }
    }

    /** It cannot even be told what would be done. */
    LedgerEntry refused(Order order, LinkException problem) {
        LedgerEntry entry = entry(order, NOTHING);
        List<Statement> told = Refusals.told(problem.failure());
        return kept(entry.ended(EntryState.FAILED, clock.instant(), told));
    }

    private LedgerEntry made(
            Order order, LedgerEntry entry, Preview shown, LinkQuestions questions) {
        try {
            List<Statement> said =
                    order.action().carryOut(order.printer(), order.call(), shown, questions);
            Instant now = clock.instant();
            watch(order, entry, now);
            LedgerEntry done = kept(entry.ended(EntryState.DONE, now, said));
            follow(order, questions);
            return done;
        } catch (LinkException e) {
            LOG.debug("a change failed: {}", e.failure());
            List<Statement> told = Refusals.told(e.failure());
            return kept(
                    entry.ended(left(order, entry.undo(), e, questions), clock.instant(), told));
        } catch (RuntimeException e) {
            // The edge of an action: what is in the way of one printer keeps no other from it.
            LOG.error("{}: a change ended unexpectedly", order.printer().name(), e);
            List<Statement> told = List.of(Statement.of("fix.desk.unexpected"));
            return kept(entry.ended(EntryState.INTERRUPTED, clock.instant(), told));
        }
    }

    /** How a change stands that failed. */
    private EntryState left(
            Order order, @Nullable String undo, LinkException e, LinkQuestions questions) {
        if (Refusals.nothingChanged(e)) {
            return EntryState.FAILED;
        }
        return standingAfter(order, undo, e, questions) == Standing.NOT_IN_PLACE
                ? EntryState.FAILED
                : EntryState.INTERRUPTED;
    }

    private Standing standingAfter(
            Order order, @Nullable String undo, LinkException e, LinkQuestions questions) {
        return Refusals.canBeLookedAt(e)
                ? standing(order, undo, questions)
                : Standing.CANNOT_BE_TOLD;
    }

    private static Standing standing(Order order, @Nullable String undo, LinkQuestions questions) {
        if (undo == null) {
            return Standing.CANNOT_BE_TOLD;
        }
        try {
            return order.action().standing(order.printer(), order.call(), undo, questions);
        } catch (LinkException | RuntimeException again) {
            LOG.debug("what is left of a change cannot be told", again);
            return Standing.CANNOT_BE_TOLD;
        }
    }

    /**
     * Undoes a change. While that is under way the entry is one that was begun again: should its
     * end never be heard, it is in part in place.
     */
    LedgerEntry undo(Order order, String id, LinkQuestions questions) throws LinkException {
        ReentrantLock turn = turn(order.printer().id());
        try {
            LedgerEntry before = book.entry(id);
            if (before.state() == EntryState.UNDONE) {
                return before;
            }
            String undo = Objects.requireNonNull(before.undo());
            refusals.unlessPrinting(order);
            book.keep(underWay(before));
            try {
                order.action().undo(order.printer(), order.call(), undo, questions);
            } catch (LinkException e) {
                boolean gone = afterFailedUndo(order, before, undo, e, questions);
                if (!gone) {
                    throw e;
                }
            } catch (RuntimeException e) {
                book.keep(interrupted(before, List.of(Statement.of("fix.desk.unexpected"))));
                throw e;
            }
            Instant now = clock.instant();
            watched.undone(order.fixCase().id(), order.step(), now);
            LedgerEntry undone = kept(before.ended(EntryState.UNDONE, now, before.said()));
            follow(order, questions);
            return undone;
        } finally {
            turn.unlock();
        }
    }

    /** Whether it is undone all the same. */
    private boolean afterFailedUndo(
            Order order,
            LedgerEntry before,
            String undo,
            LinkException e,
            LinkQuestions questions) {
        if (Refusals.nothingChanged(e)) {
            book.keep(before);
            return false;
        }
        switch (standingAfter(order, undo, e, questions)) {
            case NOT_IN_PLACE -> {
                return true;
            }
            case IN_PLACE -> book.keep(before);
            case IN_PART, CANNOT_BE_TOLD ->
                    book.keep(interrupted(before, Refusals.told(e.failure())));
        }
        return false;
    }

    /**
     * Carries an interrupted change to its end, as it was shown when it was begun: by what it keeps
     * for its undoing, an action knows which values are its own. One that keeps nothing is shown
     * anew to itself.
     */
    LedgerEntry finish(Order order, String id, LinkQuestions questions) throws LinkException {
        ReentrantLock turn = turn(order.printer().id());
        try {
            LedgerEntry before = book.entry(id);
            if (before.state() != EntryState.INTERRUPTED) {
                return before;
            }
            refusals.unlessPrinting(order);
            Preview shown =
                    before.undo() == null
                            ? order.action().look(order.printer(), order.call(), questions)
                            : new Preview(
                                    List.of(),
                                    before.changes(),
                                    before.undo(),
                                    List.of(),
                                    List.of());
            if (!shown.possible()) {
                return kept(interrupted(before, Refusals.obstacles(shown)));
            }
            book.keep(underWay(before));
            LedgerEntry after = made(order, underWay(before), shown, questions);
            // This attempt changed nothing; what the first one left may still be there.
            return after.state() == EntryState.FAILED
                            && standing(order, before.undo(), questions) != Standing.NOT_IN_PLACE
                    ? kept(interrupted(before, after.said()))
                    : after;
        } finally {
            turn.unlock();
        }
    }

    private void watch(Order order, LedgerEntry entry, Instant complete) {
        if (order.isTheStep()) {
            watched.begin(order.fixCase().id(), order.step(), entry.begun(), complete);
        }
    }

    /** Measures what is there now. That it could not be told makes no change undone. */
    private void follow(Order order, LinkQuestions questions) {
        try {
            Printer now = order.action().measured(order.printer(), order.call(), questions);
            if (!now.equals(order.printer())) {
                farm.remeasure(now, questions);
            }
        } catch (LinkException | RuntimeException e) {
            LOG.warn("{}: what is to be measured now cannot be told", order.printer().name(), e);
        }
    }

    private LedgerEntry interrupted(LedgerEntry entry, List<Statement> told) {
        return entry.ended(EntryState.INTERRUPTED, clock.instant(), told);
    }

    private LedgerEntry kept(LedgerEntry entry) {
        book.keep(entry);
        return entry;
    }

    private LedgerEntry entry(Order order, Preview shown) {
        return new LedgerEntry(
                UUID.randomUUID().toString(),
                order.fixCase().id(),
                order.printer().id(),
                order.step().id(),
                order.call(),
                who,
                clock.instant(),
                null,
                EntryState.BEGUN,
                shown.changes(),
                shown.undo(),
                List.of());
    }

    private static LedgerEntry underWay(LedgerEntry entry) {
        return new LedgerEntry(
                entry.id(),
                entry.fixCase(),
                entry.printer(),
                entry.step(),
                entry.action(),
                entry.who(),
                entry.begun(),
                null,
                EntryState.BEGUN,
                entry.changes(),
                entry.undo(),
                entry.said());
    }

    private ReentrantLock turn(PrinterId printer) {
        ReentrantLock turn = turns.computeIfAbsent(printer, _ -> new ReentrantLock());
        turn.lock();
        return turn;
    }
}
