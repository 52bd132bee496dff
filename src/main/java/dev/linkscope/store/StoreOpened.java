package dev.linkscope.store;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.port.FixStore;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.engine.port.OutcomeStore;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An opened history.
 *
 * @param store the history; closes the database
 * @param fixes what was tried, in the same database
 * @param book what is kept beside single outcomes, in the same database
 * @param movedAside where a damaged file was moved before a new history was begun; null if the file
 *     was whole or new. To be told to the user
 * @param recovered what came back from that file, in one sentence; null likewise
 */
public record StoreOpened(
        OutcomeStore store,
        FixStore fixes,
        HistoryBook book,
        @Nullable String movedAside,
        @Nullable Statement recovered) {
    /**
     * The history in a database that has the tables; closing its store closes the database.
     *
     * @param time this computer's clock
     */
    public static StoreOpened over(Database database, InstantSource time) {
        var retaining = new Retaining(database, time);
        var book = new JdbcHistoryBook(database, retaining, time);
        return new StoreOpened(
                new JdbcOutcomeStore(
                        database,
                        time,
                        JdbcOutcomeStore.CAPACITY,
                        List.of(retaining),
                        book::forgotten),
                new JdbcFixStore(database),
                book,
                null,
                null);
    }

    /** The same, begun anew after a damaged file was moved aside. */
    public StoreOpened after(String moved, Statement cameBack) {
        return new StoreOpened(store, fixes, book, moved, cameBack);
    }
}
