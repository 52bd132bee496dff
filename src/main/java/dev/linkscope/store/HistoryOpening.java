package dev.linkscope.store;

import dev.linkscope.domain.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a history file is opened: looked at, checked, brought up to date, or moved aside. */
final class HistoryOpening {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryOpening.class);

    /** Larger files are checked only where they are used: a check reads the whole file. */
    private static final long CHECKED_BYTES = 64L << 20;

    private HistoryOpening() {}

    /** As {@link SqliteOutcomeStore#open}. */
    static StoreOpened open(HistoryFile file, InstantSource time) {
        String shown = file.path().toString();
        try {
            Path aside = null;
            Database database;
            try {
                database = whole(file);
            } catch (DamagedHistoryException e) {
                aside = file.moveAside(time.instant());
                LOG.warn("The history is damaged and was moved to {}", aside, e);
                database = whole(file);
            }
            var store =
                    new SqliteOutcomeStore(
                            database, time, SqliteOutcomeStore.CAPACITY, file::markDamaged);
            return new StoreOpened(store, aside == null ? null : aside.toString());
        } catch (SQLException e) {
            throw new HistoryException(Trouble.of(e).statement(shown), e);
        } catch (IOException e) {
            throw new HistoryException(Trouble.FORBIDDEN.statement(shown), e);
        } catch (DamagedHistoryException e) {
            throw new HistoryException(Trouble.DISK.statement(shown), e);
        }
    }

    /** Opens a file that is whole and brings its tables up to date. */
    private static Database whole(HistoryFile file)
            throws IOException, SQLException, DamagedHistoryException {
        file.prepare();
        refuseNewer(file, file.version());
        if (file.marked()) {
            throw new DamagedHistoryException("damage was noted");
        }
        Database database = null;
        try {
            database = Database.file(file.path());
            refuseNewer(file, database.write(HistoryOpening::migrated));
            if (Files.size(file.path()) <= CHECKED_BYTES) {
                database.read(HistoryOpening::check);
            }
            Database opened = database;
            database = null;
            return opened;
        } catch (SQLException e) {
            if (Trouble.of(e) == Trouble.DAMAGED) {
                throw new DamagedHistoryException(String.valueOf(e.getMessage()));
            }
            throw e;
        } finally {
            if (database != null) {
                database.close();
            }
        }
    }

    /** Brings the tables up to date; the version of the file, which may be newer than known. */
    static int migrated(Connection connection) throws SQLException, DamagedHistoryException {
        Schema.migrate(connection);
        return Schema.version(connection);
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
