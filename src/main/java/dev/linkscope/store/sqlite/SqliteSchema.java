package dev.linkscope.store.sqlite;

import dev.linkscope.store.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How a file gets its tables. {@code PRAGMA user_version} counts the steps taken. */
final class SqliteSchema {
    /** Marks the file as a history of Linkscope: {@code PRAGMA application_id}, "LkSc". */
    static final int APPLICATION_ID = 0x4C6B5363;

    private static final Schema SCHEMA =
            new Schema("INTEGER PRIMARY KEY", "BLOB", " WITHOUT ROWID");

    private SqliteSchema() {}

    /**
     * Takes the steps that the file lacks, inside the caller's transaction.
     *
     * @return the version of the file, which may be newer than known
     * @throws DamagedHistoryException if the file is a database of something else
     */
    static int migrate(Connection connection) throws SQLException, DamagedHistoryException {
        int version = number(connection, "PRAGMA user_version");
        boolean empty = number(connection, "SELECT COUNT(*) FROM sqlite_master") == 0;
        if (!empty && number(connection, "PRAGMA application_id") != APPLICATION_ID) {
            throw new DamagedHistoryException("a database of something else");
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : SCHEMA.stepsAfter(version)) {
                statement.execute(sql);
            }
            if (version < Schema.VERSION) {
                statement.execute("PRAGMA application_id = " + APPLICATION_ID);
                statement.execute("PRAGMA user_version = " + Schema.VERSION);
            }
        }
        return Math.max(version, Schema.VERSION);
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
