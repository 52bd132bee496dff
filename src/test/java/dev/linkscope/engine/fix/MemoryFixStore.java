package dev.linkscope.engine.fix;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.engine.port.FixStore;
import dev.linkscope.engine.port.FixStoreException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what was tried in memory, and every state that an entry went through. */
final class MemoryFixStore implements FixStore {
    private final Map<String, FixCase> cases = new LinkedHashMap<>();
    private final Map<String, LedgerEntry> ledger = new LinkedHashMap<>();
    private final List<String> saved = new ArrayList<>();
    private boolean full;

    /** From now on nothing can be stored, or everything again. */
    synchronized void full(boolean now) {
        full = now;
    }

    /** {@code STATE step} of each entry that was stored, in the order of time. */
    synchronized List<String> saved() {
        return List.copyOf(saved);
    }

    @Override
    public synchronized void save(FixCase fixCase) {
        refuseIfFull();
        cases.put(fixCase.id(), fixCase);
    }

    @Override
    public synchronized void save(LedgerEntry entry) {
        refuseIfFull();
        ledger.put(entry.id(), entry);
        saved.add(entry.state() + " " + entry.step());
    }

    private void refuseIfFull() {
        if (full) {
            throw new FixStoreException(
                    Statement.of("fake.full"), Statement.of("fake.full.next"), null);
        }
    }

    @Override
    public synchronized List<FixCase> cases() {
        return List.copyOf(cases.values());
    }

    @Override
    public synchronized List<LedgerEntry> ledger() {
        return List.copyOf(ledger.values());
    }
}
