package dev.linkscope.engine.port;

import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.LedgerEntry;
import java.util.List;

/**
 * What was tried and what came of it, kept for good. Methods block until it is on disk, where a
 * power cut leaves it, and throw {@link FixStoreException} if they cannot. Moments are kept to the
 * microsecond. Thread-safe.
 */
public interface FixStore {
    /** Keeps nothing. */
    FixStore NONE =
            new FixStore() {
                @Override
                public void save(FixCase fixCase) {}

                @Override
                public void save(LedgerEntry entry) {}

                @Override
                public List<FixCase> cases() {
                    return List.of();
                }

                @Override
                public List<LedgerEntry> ledger() {
                    return List.of();
                }
            };

    /** Keeps a case; replaces what was kept under its id. */
    void save(FixCase fixCase);

    /** Keeps an entry; replaces what was kept under its id. */
    void save(LedgerEntry entry);

    /** All cases, ended ones too, the oldest first. */
    List<FixCase> cases();

    /** The whole ledger, the oldest entry first. */
    List<LedgerEntry> ledger();
}
