package dev.linkscope.engine.fix;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.FixStore;
import dev.linkscope.engine.port.FixStoreException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All cases and the ledger, at hand and in the store. What happened is kept at hand even if it
 * cannot be stored, and stored as soon as it can; only the beginning of a change has to be in the
 * store first. Thread-safe; its monitor holds several edits together.
 */
final class FixBook {
    private static final Logger LOG = LoggerFactory.getLogger(FixBook.class);

    private final FixStore store;
    private final Predicate<PrinterId> madeUp;
    private final Map<String, FixCase> cases = new LinkedHashMap<>();
    private final Map<String, LedgerEntry> ledger = new LinkedHashMap<>();
    private final Map<String, Runnable> unsaved = new LinkedHashMap<>();

    /**
     * What the store holds. Blocks.
     *
     * @param madeUp which printers are: of them nothing is stored, so that it never stands among
     *     what was really changed
     */
    FixBook(FixStore store, Predicate<PrinterId> madeUp) {
        this.store = store;
        this.madeUp = madeUp;
        store.cases().forEach(one -> cases.put(one.id(), one));
        store.ledger().forEach(entry -> ledger.put(entry.id(), sinceStart(entry)));
    }

    /**
     * Nobody is there any more to hear how it ended. It stays as it is in the store, where it may
     * be another program that is at it. What the user does by hand goes on without a program.
     */
    private static LedgerEntry sinceStart(LedgerEntry entry) {
        if (entry.state() != EntryState.BEGUN || entry.action() == null) {
            return entry;
        }
        return new LedgerEntry(
                entry.id(),
                entry.fixCase(),
                entry.printer(),
                entry.step(),
                entry.action(),
                entry.who(),
                entry.begun(),
                null,
                EntryState.INTERRUPTED,
                entry.changes(),
                entry.undo(),
                List.of(Statement.of("fix.desk.end_unheard")));
    }

    /** All cases, the oldest first. */
    synchronized List<FixCase> cases() {
        return List.copyOf(cases.values());
    }

    /** The whole ledger, the oldest entry first. */
    synchronized List<LedgerEntry> ledger() {
        return List.copyOf(ledger.values());
    }

    /** The cases of a printer, ended ones too. */
    synchronized List<FixCase> of(PrinterId printer) {
        return cases.values().stream().filter(one -> one.printer().equals(printer)).toList();
    }

    /**
     * The cases of a group.
     *
     * @throws IllegalArgumentException if there is none of that id
     */
    synchronized List<FixCase> group(String group) {
        List<FixCase> found =
                cases.values().stream().filter(one -> one.group().equals(group)).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no case of the group " + group);
        }
        return found;
    }

    /** A case; empty if there is none of that id. */
    synchronized Optional<FixCase> find(String id) {
        return Optional.ofNullable(cases.get(id));
    }

    /**
     * An entry of the ledger.
     *
     * @throws IllegalArgumentException if there is none of that id
     */
    synchronized LedgerEntry entry(String id) {
        LedgerEntry entry = ledger.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("no entry " + id + " in the ledger");
        }
        return entry;
    }

    /** Keeps a case. */
    synchronized void keep(FixCase one) {
        if (!one.equals(cases.put(one.id(), one))) {
            saving(one.printer(), one.id(), () -> store.save(one));
        }
    }

    /** Changes a case, if it is there. */
    synchronized void edit(String id, UnaryOperator<FixCase> change) {
        find(id).ifPresent(one -> keep(change.apply(one)));
    }

    /** Keeps an entry. */
    synchronized void keep(LedgerEntry entry) {
        if (!entry.equals(ledger.put(entry.id(), entry))) {
            saving(entry.printer(), entry.id(), () -> store.save(entry));
        }
    }

    /**
     * Writes an entry down before something is changed: nothing may be changed if this fails.
     *
     * @throws FixStoreException if it could not be stored
     */
    synchronized void begin(LedgerEntry entry) {
        if (!madeUp.test(entry.printer())) {
            store.save(entry);
        }
        ledger.put(entry.id(), entry);
    }

    /** Tries again what could not be stored. */
    synchronized void saveAgain() {
        Map<String, Runnable> again = new LinkedHashMap<>(unsaved);
        unsaved.clear();
        again.forEach(this::saving);
    }

    private void saving(PrinterId printer, String id, Runnable save) {
        if (!madeUp.test(printer)) {
            saving(id, save);
        }
    }

    private void saving(String id, Runnable save) {
        try {
            save.run();
            unsaved.remove(id);
        } catch (FixStoreException e) {
            // It has happened, whether or not there is room on the disk.
            LOG.warn("a fix could not be stored, and is stored later", e);
            unsaved.put(id, save);
        }
    }
}
