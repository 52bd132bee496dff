package dev.linkscope.store;

import dev.linkscope.domain.printer.PrinterId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Takes all that was measured, concluded and noted of one printer out of the tables. What was
 * changed on its computer stays, and of its runs how far they went: an agent that goes on with one
 * is not asked again for what is forgotten.
 */
final class ForgottenPrinter {
    private static final List<String> OF_A_RUN = List.of("outcome", "chunk", "rollup", "lost");

    private static final List<String> OF_THE_PRINTER = List.of("fact", "finding_span", "note");

    private ForgottenPrinter() {}

    /**
     * Forgets a printer's past, inside the caller's transaction.
     *
     * @return ids of its runs
     */
    static List<String> forget(Connection connection, PrinterId printer) throws SQLException {
        var history = new History(connection);
        List<History.StoredRun> runs = history.runs(printer);
        for (History.StoredRun run : runs) {
            History.Extent extent = history.extent(run.run().runId());
            long last = extent == null ? 0 : extent.last();
            update(
                    connection,
                    "UPDATE run SET forgotten_seq = ?, resume_after = NULL WHERE id = ?",
                    last,
                    run.key());
            for (String table : OF_A_RUN) {
                update(connection, "DELETE FROM " + table + " WHERE run = ?", run.key());
            }
        }
        update(
                connection,
                "DELETE FROM reading WHERE series IN (SELECT id FROM series WHERE printer = ?)",
                printer.toString());
        for (String table : OF_THE_PRINTER) {
            update(connection, "DELETE FROM " + table + " WHERE printer = ?", printer.toString());
        }
        return runs.stream().map(run -> run.run().runId()).toList();
    }

    private static void update(Connection connection, String sql, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
