package dev.linkscope.launch;

import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.store.SqliteOutcomeStore;
import dev.linkscope.store.StoreOpened;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens a history by its address: the only place that tells one kind from another. */
final class Histories {
    private static final String DATABASE = "jdbc:";

    private Histories() {}

    /** Whether an address names a history that this program can open. */
    static boolean isKnown(String address) {
        return !address.startsWith(DATABASE);
    }

    /**
     * Opens a history or begins a new one.
     *
     * @param address path of a file
     * @throws dev.linkscope.store.HistoryException if it cannot be opened
     */
    static Opened open(String address) {
        StoreOpened opened = SqliteOutcomeStore.open(Path.of(address), Wiring.CLOCK);
        return new Opened(opened.store(), opened.movedAside());
    }

    /**
     * An opened history.
     *
     * @param store the history
     * @param movedAside where a damaged one was moved; null if it was whole or new
     */
    record Opened(OutcomeStore store, @Nullable String movedAside) {}
}
