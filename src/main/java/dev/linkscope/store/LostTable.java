package dev.linkscope.store;

import dev.linkscope.engine.port.AgentFrame;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows about what agents could no longer hold, inside the caller's transaction. */
final class LostTable {
    /** Stands for a range whose entries held no outcome. */
    private static final AgentFrame.LostHour NONE = new AgentFrame.LostHour("", 0, 0, 0, 0);

    private final Connection connection;

    LostTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * Adds a range. Told again, as after a restart of this program, it takes the old one's place.
     */
    void add(long run, AgentFrame.Lost lost) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "DELETE FROM lost WHERE run = ? AND from_seq >= ? AND to_seq <= ?")) {
            delete.setLong(1, run);
            delete.setLong(2, lost.fromSequence());
            delete.setLong(3, lost.toSequence());
            delete.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO lost (run, from_seq, to_seq, target, hour, ok, failed, skipped)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            for (AgentFrame.LostHour sum : lost.sums().isEmpty() ? List.of(NONE) : lost.sums()) {
                insert.setLong(1, run);
                insert.setLong(2, lost.fromSequence());
                insert.setLong(3, lost.toSequence());
                insert.setString(4, sum.target());
                insert.setLong(5, sum.hour());
                insert.setLong(6, sum.ok());
                insert.setLong(7, sum.failed());
                insert.setLong(8, sum.skipped());
                insert.executeUpdate();
            }
        }
    }

    /** All ranges of a run, in order. */
    List<AgentFrame.Lost> of(String runId) throws SQLException {
        Map<Long, Long> ends = new TreeMap<>();
        Map<Long, List<AgentFrame.LostHour>> sums = new TreeMap<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT from_seq, to_seq, target, hour, ok, failed, skipped FROM lost"
                                + " JOIN run ON run.id = lost.run WHERE run_id = ?"
                                + " ORDER BY from_seq, hour, target")) {
            select.setString(1, runId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long from = row.getLong(1);
                    ends.put(from, row.getLong(2));
                    var hours = sums.computeIfAbsent(from, _ -> new ArrayList<>());
                    var hour =
                            new AgentFrame.LostHour(
                                    row.getString(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getLong(6),
                                    row.getLong(7));
                    if (!hour.equals(NONE)) {
                        hours.add(hour);
                    }
                }
            }
        }
        var lost = new ArrayList<AgentFrame.Lost>();
        ends.forEach((from, to) ->
                lost.add(new AgentFrame.Lost(from, to, sums.getOrDefault(from, List.of()))));
        return lost;
    }
}
