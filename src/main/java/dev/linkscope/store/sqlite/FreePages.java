package dev.linkscope.store.sqlite;

import dev.linkscope.store.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Pages of a file that hold nothing any more. They are used again, and given back to the disk when
 * they are many (sqlite.org/pragma.html#pragma_incremental_vacuum).
 */
final class FreePages {
    /** {@code PRAGMA auto_vacuum}: pages are given back when asked for. */
    private static final int INCREMENTAL = 2;

    /** Given back in one transaction: some tens of milliseconds. */
    private static final int BATCH = 256;

    /** So many may stay for what comes next, and this part of all. */
    private static final int SPARE_PAGES = 64;

    private static final int SPARE_PART = 20;

    private FreePages() {}

    static Database.Size size(Connection connection) throws SQLException {
        long page = number(connection, "PRAGMA page_size");
        long pages = number(connection, "PRAGMA page_count");
        return new Database.Size(
                pages * page, (pages - number(connection, "PRAGMA freelist_count")) * page);
    }

    /** Gives some back, inside the caller's transaction; whether there are more. */
    static boolean giveBackSome(Connection connection) throws SQLException {
        if (number(connection, "PRAGMA auto_vacuum") != INCREMENTAL) {
            return false;
        }
        long spare = Math.max(SPARE_PAGES, number(connection, "PRAGMA page_count") / SPARE_PART);
        long free = number(connection, "PRAGMA freelist_count");
        if (free <= spare) {
            return false;
        }
        try (Statement statement = connection.createStatement()) {
            // It answers with a row for each page: as an update it is run to its end.
            statement.executeUpdate("PRAGMA incremental_vacuum(" + BATCH + ")");
        }
        return number(connection, "PRAGMA freelist_count") < free;
    }

    /** Rewrites the file unless it has the shape already; outside of a transaction. */
    static boolean makeShrinkable(Connection connection) throws SQLException {
        if (number(connection, "PRAGMA auto_vacuum") == INCREMENTAL) {
            return false;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA auto_vacuum = INCREMENTAL");
            statement.execute("VACUUM");
        }
        return true;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
