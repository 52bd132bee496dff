package dev.linkscope.store;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.engine.port.FixStore;
import dev.linkscope.engine.port.FixStoreException;
import java.sql.SQLException;
import java.util.List;

/**
 * What was tried, in the database of the history. Each call is a transaction of its own; it shares
 * the connection with the writer of outcomes, but never waits in its queue.
 */
public final class JdbcFixStore implements FixStore {
    private final Database database;

    /** The fixes in a database that has the tables; whoever opened it closes it. */
    public JdbcFixStore(Database database) {
        this.database = database;
    }

    @Override
    public void save(FixCase fixCase) {
        write(connection -> {
            new FixCaseTable(connection).save(fixCase);
            return fixCase;
        });
    }

    @Override
    public void save(LedgerEntry entry) {
        write(connection -> {
            new LedgerTable(connection).save(entry);
            return entry;
        });
    }

    @Override
    public List<FixCase> cases() {
        return read(connection -> new FixCaseTable(connection).all());
    }

    @Override
    public List<LedgerEntry> ledger() {
        return read(connection -> new LedgerTable(connection).all());
    }

    private <T> void write(Database.Work<T, RuntimeException> work) {
        try {
            database.writeForGood(work);
        } catch (SQLException e) {
            throw told("store.fixes.unsaved", e);
        }
    }

    private <T> T read(Database.Work<T, RuntimeException> work) {
        try {
            return database.read(work);
        } catch (SQLException e) {
            throw told("store.fixes.unread", e);
        }
    }

    private FixStoreException told(String key, SQLException error) {
        Trouble trouble = database.trouble(error);
        if (trouble == Trouble.DAMAGED) {
            database.noteDamage();
        }
        Statement what = trouble.statement(database.name());
        var next = new Statement(what.key() + ".next", what.args());
        return new FixStoreException(
                Statement.of(key, what, next), Statement.of(key + ".next", what, next), error);
    }
}
