package dev.linkscope.store;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A long history of a farm in a file. The hours are made as the store makes them: outcomes, their
 * chunk and their sums, written in the order of time. A few printers are made, and copied to the
 * others, row by row.
 *
 * @param hours of each printer, from {@link Made#START} on
 * @param made printers that are made; the others are copies
 */
record MadeHistory(Path file, int printers, int hours, int made) {
    /** When it ends. */
    Instant end() {
        return Made.START.plus(Duration.ofHours(hours));
    }

    /** Writes who there is. */
    List<PrinterId> announce() {
        var ids = new ArrayList<PrinterId>();
        try (var store = SqliteHistory.open(file, this::end).store()) {
            for (int i = 0; i < printers; i++) {
                ids.add(PrinterId.random());
                String run = "run-" + i;
                store.beginRun(ids.get(i), Made.run(run));
                store.clock(run, new ClockReading(0, Made.START));
                for (MadeProbe probe : MadeProbe.ALL) {
                    store.schedule(run, probe.schedule());
                }
            }
            store.flush();
        }
        return ids;
    }

    /** Writes hour by hour what the store would; how many outcomes. */
    long fill() throws SQLException {
        long outcomes = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.createStatement().execute("PRAGMA synchronous = OFF");
            connection.setAutoCommit(false);
            for (long hour = 0; hour < hours; hour++) {
                outcomes += hour(connection, hour);
                connection.commit();
            }
            connection.setAutoCommit(true);
            connection.createStatement().execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        return outcomes;
    }

    private long hour(Connection connection, long hour) throws SQLException {
        long written = 0;
        for (MadeProbe probe : MadeProbe.ALL) {
            List<AgentFrame.Schedule> schedules = List.of(probe.schedule());
            for (int one = 0; one < made; one++) {
                var outcomes = probe.hour(one, hour);
                if (outcomes.isEmpty()) {
                    continue;
                }
                ChunkTable.write(connection, one + 1, probe.target(), hour, outcomes);
                HourSums sums = HourSums.of(hour, outcomes, schedules);
                RollupTable.put(connection, one + 1, probe.target(), hour, sums);
                written += outcomes.size();
                for (int copy = one + made; copy < printers; copy += made) {
                    copy(connection, "chunk", "last_seq, outcomes, data", one, copy, probe, hour);
                    copy(
                            connection,
                            "rollup",
                            "ok, failed, not_measured, median_millis, minutes, failures",
                            one,
                            copy,
                            probe,
                            hour);
                    written += outcomes.size();
                }
            }
        }
        return written;
    }

    private static void copy(
            Connection connection,
            String table,
            String columns,
            int from,
            int to,
            MadeProbe probe,
            long hour)
            throws SQLException {
        try (var copy =
                connection.prepareStatement(
                        "INSERT INTO "
                                + table
                                + " (run, target, hour, "
                                + columns
                                + ") SELECT ?, target, hour, "
                                + columns
                                + " FROM "
                                + table
                                + " WHERE run = ? AND target = ? AND hour = ?")) {
            copy.setInt(1, to + 1);
            copy.setInt(2, from + 1);
            copy.setString(3, probe.target());
            copy.setLong(4, hour);
            copy.executeUpdate();
        }
    }
}
