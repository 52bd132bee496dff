package dev.linkscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Forgets old findings, facts, and runs of which nothing is left. */
final class OldRows {
    private static final int BATCH = 200;

    /** Runs of which nothing is left, and that no printer was last measured in. */
    private static final String EMPTY_RUNS =
            """
            SELECT id FROM run WHERE seen_micros < ?
              AND NOT EXISTS (SELECT 1 FROM rollup WHERE rollup.run = run.id)
              AND NOT EXISTS (SELECT 1 FROM chunk WHERE chunk.run = run.id)
              AND NOT EXISTS (SELECT 1 FROM outcome WHERE outcome.run = run.id)
              AND NOT EXISTS (
                SELECT 1 FROM printer_run mine WHERE mine.run = run.id AND NOT EXISTS (
                  SELECT 1 FROM printer_run other JOIN run later ON later.id = other.run
                    WHERE other.printer = mine.printer
                      AND (later.seen_micros > run.seen_micros
                        OR (later.seen_micros = run.seen_micros AND later.id > run.id))))
              LIMIT
            """;

    private OldRows() {}

    /**
     * Forgets some of what is older than a moment, inside the caller's transaction.
     *
     * @return how many rows; 0 when nothing is left to forget
     */
    static int forget(Connection connection, Instant before) throws SQLException {
        long micros = Micros.of(before);
        int rows =
                delete(
                        connection,
                        "DELETE FROM finding_span WHERE id IN (SELECT id FROM finding_span"
                                + " WHERE to_micros < ? OR (to_micros IS NULL AND seen_micros < ?)"
                                + " LIMIT "
                                + BATCH
                                + ")",
                        micros,
                        micros);
        rows += delete(connection, "DELETE FROM fact WHERE read_micros < ?", micros);
        for (long run : emptyRuns(connection, micros)) {
            for (String table : List.of("lost", "clock", "schedule", "printer_run")) {
                delete(connection, "DELETE FROM " + table + " WHERE run = ?", run);
            }
            rows += delete(connection, "DELETE FROM run WHERE id = ?", run);
        }
        return rows;
    }

    private static List<Long> emptyRuns(Connection connection, long micros) throws SQLException {
        var runs = new ArrayList<Long>();
        try (PreparedStatement select = connection.prepareStatement(EMPTY_RUNS + BATCH)) {
            select.setLong(1, micros);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    runs.add(row.getLong(1));
                }
            }
        }
        return runs;
    }

    private static int delete(Connection connection, String sql, long... parameters)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                delete.setLong(i + 1, parameters[i]);
            }
            return delete.executeUpdate();
        }
    }
}
