package dev.linkscope.store.sqlite;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.store.HistoryException;
import dev.linkscope.store.Schema;
import dev.linkscope.store.StoreOpened;
import dev.linkscope.store.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The history in a file: looked at, checked, brought up to date, or moved aside when opened. */
public final class SqliteHistory {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteHistory.class);

    /** Larger files are checked only where they are used: a check reads the whole file. */
    private static final long CHECKED_BYTES = 64L << 20;

    private SqliteHistory() {}

    /**
     * Opens a history or begins a new one. A damaged file is moved aside. Another process may have
     * the same file open.
     *
     * @param path such as {@code history.db}; its folder is made if it is missing
     * @param time this computer's clock
     * @throws HistoryException if the file is from a newer version (it is left as it is) or cannot
     *     be opened
     */
    public static StoreOpened open(Path path, InstantSource time) {
        var file = new HistoryFile(path);
        String shown = file.path().toString();
        try {
            try {
                return StoreOpened.over(whole(file), time);
            } catch (DamagedHistoryException e) {
                Path aside = file.moveAside(time.instant());
                LOG.warn("The history is damaged and was moved to {}", aside, e);
                SqliteDatabase database = whole(file);
                Statement cameBack = new Recovery(aside, database).run();
                return StoreOpened.over(database, time).after(aside.toString(), cameBack);
            }
        } catch (SQLException e) {
            throw new HistoryException(SqliteTrouble.of(e).statement(shown), e);
        } catch (IOException e) {
            throw new HistoryException(Trouble.FORBIDDEN.statement(shown), e);
        } catch (DamagedHistoryException e) {
            throw new HistoryException(Trouble.DISK.statement(shown), e);
        }
    }

    /** A new empty history that ends with its closing and never touches a disk. */
    public static OutcomeStore inMemory(InstantSource time) {
        return openInMemory(time).store();
    }

    /** The same, with what was tried. */
    public static StoreOpened openInMemory(InstantSource time) {
        try {
            SqliteDatabase database = SqliteDatabase.memory();
            database.write(SqliteSchema::migrate);
            return StoreOpened.over(database, time);
        } catch (SQLException | DamagedHistoryException e) {
            throw new HistoryException(Trouble.MISTAKE.statement("memory"), e);
        }
    }

    /** Opens a file that is whole and brings its tables up to date. */
    private static SqliteDatabase whole(HistoryFile file)
            throws IOException, SQLException, DamagedHistoryException {
        file.prepare();
        refuseNewer(file, file.version());
        if (file.marked()) {
            throw new DamagedHistoryException("damage was noted");
        }
        SqliteDatabase database = null;
        try {
            database = SqliteDatabase.file(file.path(), file::markDamaged);
            refuseNewer(file, database.write(SqliteSchema::migrate));
            if (Files.size(file.path()) <= CHECKED_BYTES) {
                database.read(SqliteHistory::check);
                makeShrinkable(database);
            }
            SqliteDatabase opened = database;
            database = null;
            return opened;
        } catch (SQLException e) {
            if (SqliteTrouble.of(e) == Trouble.DAMAGED) {
                throw new DamagedHistoryException(String.valueOf(e.getMessage()));
            }
            throw e;
        } finally {
            if (database != null) {
                database.close();
            }
        }
    }

    /** A large old file stays as it is: what is free in it is used again, up to its limit. */
    private static void makeShrinkable(SqliteDatabase database) {
        try {
            database.makeShrinkable();
        } catch (SQLException e) {
            LOG.info("The history will be made to give space back another time", e);
        }
    }

    private static void refuseNewer(HistoryFile file, int version) {
        if (version > Schema.VERSION) {
            throw new HistoryException(
                    Statement.of("store.too_new", file.path().toString(), version, Schema.VERSION),
                    null);
        }
    }

    /** Whether the file is whole; never false. */
    private static boolean check(Connection connection)
            throws SQLException, DamagedHistoryException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (row.next() && !"ok".equals(row.getString(1))) {
                throw new DamagedHistoryException(row.getString(1));
            }
        }
        return true;
    }
}
