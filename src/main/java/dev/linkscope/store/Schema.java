package dev.linkscope.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Tables of the history and how older files get them. {@code PRAGMA user_version} counts the steps
 * taken. A step that was released is never changed; a new one is added. {@code store.md} describes
 * the tables.
 */
final class Schema {
    /** Marks the file as a history of Linkscope: {@code PRAGMA application_id}, "LkSc". */
    static final int APPLICATION_ID = 0x4C6B5363;

    /** All types are at home in SQLite and in PostgreSQL; times are numbers. */
    private static final List<String> TABLES =
            List.of(
                    """
                    CREATE TABLE run (
                      id INTEGER PRIMARY KEY,
                      run_id TEXT NOT NULL UNIQUE,
                      boot_id TEXT NOT NULL,
                      agent_version TEXT NOT NULL,
                      seen_micros BIGINT NOT NULL,
                      resume_after BIGINT)
                    """,
                    """
                    CREATE TABLE printer_run (
                      printer TEXT NOT NULL,
                      run BIGINT NOT NULL REFERENCES run (id),
                      PRIMARY KEY (printer, run))
                    """,
                    """
                    CREATE TABLE schedule (
                      run BIGINT NOT NULL REFERENCES run (id),
                      target TEXT NOT NULL,
                      kind TEXT NOT NULL,
                      first_millis BIGINT NOT NULL,
                      cadence_nanos BIGINT NOT NULL,
                      PRIMARY KEY (run, target, first_millis, cadence_nanos))
                    """,
                    """
                    CREATE TABLE clock (
                      run BIGINT NOT NULL REFERENCES run (id),
                      boot_millis BIGINT NOT NULL,
                      wall_micros BIGINT NOT NULL,
                      PRIMARY KEY (run, boot_millis))
                    """,
                    """
                    CREATE TABLE outcome (
                      run BIGINT NOT NULL REFERENCES run (id),
                      seq BIGINT NOT NULL,
                      target TEXT NOT NULL,
                      kind TEXT NOT NULL,
                      slot BIGINT NOT NULL,
                      start_millis BIGINT NOT NULL,
                      end_millis BIGINT NOT NULL,
                      state SMALLINT NOT NULL,
                      phase TEXT,
                      error_class TEXT,
                      dns_micros INTEGER NOT NULL,
                      connect_micros INTEGER NOT NULL,
                      tls_micros INTEGER NOT NULL,
                      request_micros INTEGER NOT NULL,
                      body_micros INTEGER NOT NULL,
                      total_micros INTEGER NOT NULL,
                      details TEXT,
                      PRIMARY KEY (run, seq)) WITHOUT ROWID
                    """,
                    """
                    CREATE TABLE chunk (
                      run BIGINT NOT NULL REFERENCES run (id),
                      target TEXT NOT NULL,
                      hour BIGINT NOT NULL,
                      last_seq BIGINT NOT NULL,
                      outcomes INTEGER NOT NULL,
                      data BLOB NOT NULL,
                      PRIMARY KEY (run, target, hour))
                    """,
                    """
                    CREATE TABLE fact (
                      printer TEXT NOT NULL,
                      fact_key TEXT NOT NULL,
                      status TEXT NOT NULL,
                      value TEXT,
                      unit TEXT,
                      reason TEXT,
                      read_micros BIGINT NOT NULL,
                      PRIMARY KEY (printer, fact_key))
                    """);

    /**
     * Which agent a run belongs to, and sums of what fell out of its memory; a row without target
     * holds none.
     */
    private static final List<String> RESUMED_RUNS =
            List.of(
                    "ALTER TABLE run ADD COLUMN process_id TEXT NOT NULL DEFAULT ''",
                    """
                    CREATE TABLE lost (
                      run BIGINT NOT NULL REFERENCES run (id),
                      from_seq BIGINT NOT NULL,
                      to_seq BIGINT NOT NULL,
                      target TEXT NOT NULL,
                      hour BIGINT NOT NULL,
                      ok BIGINT NOT NULL,
                      failed BIGINT NOT NULL,
                      skipped BIGINT NOT NULL,
                      PRIMARY KEY (run, from_seq, target, hour))
                    """);

    private static final List<List<String>> STEPS = List.of(TABLES, RESUMED_RUNS);

    /** The version that this program writes and the newest that it reads. */
    static final int VERSION = STEPS.size();

    private Schema() {}

    /**
     * Takes the steps that the file lacks, inside the caller's transaction.
     *
     * @throws DamagedHistoryException if the file is a database of something else
     */
    static void migrate(Connection connection) throws SQLException, DamagedHistoryException {
        int version = number(connection, "PRAGMA user_version");
        boolean empty = number(connection, "SELECT COUNT(*) FROM sqlite_master") == 0;
        if (!empty && number(connection, "PRAGMA application_id") != APPLICATION_ID) {
            throw new DamagedHistoryException("a database of something else");
        }
        try (Statement statement = connection.createStatement()) {
            for (List<String> step : STEPS.subList(Math.min(version, VERSION), VERSION)) {
                for (String sql : step) {
                    statement.execute(sql);
                }
            }
            if (version < VERSION) {
                statement.execute("PRAGMA application_id = " + APPLICATION_ID);
                statement.execute("PRAGMA user_version = " + VERSION);
            }
        }
    }

    /** The file's version. */
    static int version(Connection connection) throws SQLException {
        return number(connection, "PRAGMA user_version");
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
