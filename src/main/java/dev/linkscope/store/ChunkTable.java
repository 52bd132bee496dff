package dev.linkscope.store;

import dev.linkscope.domain.probe.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of compressed hours: one row for a target and an hour of the boot clock of a run. */
final class ChunkTable {
    private static final Logger LOG = LoggerFactory.getLogger(ChunkTable.class);

    /** An hour of the boot clock, in milliseconds. */
    static final long HOUR_MILLIS = 3_600_000;

    private ChunkTable() {}

    /** The number of the hour that holds a moment of the boot clock. */
    static long hourOf(long bootMillis) {
        return Math.floorDiv(bootMillis, HOUR_MILLIS);
    }

    /**
     * Outcomes of the hours in a span, both ends inclusive; hours that are damaged are left out.
     */
    static List<Outcome> read(
            Connection connection, long run, String target, long fromHour, long toHour)
            throws SQLException {
        var outcomes = new ArrayList<Outcome>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT hour, data FROM chunk WHERE run = ? AND target = ?"
                                + " AND hour BETWEEN ? AND ? ORDER BY hour")) {
            select.setLong(1, run);
            select.setString(2, target);
            select.setLong(3, fromHour);
            select.setLong(4, toHour);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    try {
                        outcomes.addAll(ChunkCodec.decode(target, row.getBytes(2)));
                    } catch (DamagedChunkException e) {
                        LOG.warn("Hour {} of {} cannot be read", row.getLong(1), target, e);
                    }
                }
            }
        }
        return outcomes;
    }

    /**
     * Outcomes of one hour, to be written again with more.
     *
     * @throws DamagedChunkException if any of them would get lost
     */
    static List<Outcome> readWhole(Connection connection, long run, String target, long hour)
            throws SQLException, DamagedChunkException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT outcomes, data FROM chunk WHERE run = ? AND target = ?"
                                + " AND hour = ?")) {
            select.setLong(1, run);
            select.setString(2, target);
            select.setLong(3, hour);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return List.of();
                }
                List<Outcome> outcomes = ChunkCodec.decode(target, row.getBytes(2));
                if (outcomes.size() != row.getInt(1)) {
                    throw new DamagedChunkException("holds kinds of a newer version");
                }
                return outcomes;
            }
        }
    }

    /** Writes or replaces an hour. */
    static void write(
            Connection connection, long run, String target, long hour, Collection<Outcome> outcomes)
            throws SQLException {
        List<Outcome> ordered = List.copyOf(outcomes);
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO chunk (run, target, hour, last_seq, outcomes, data)"
                                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (run, target, hour)"
                                + " DO UPDATE SET last_seq = excluded.last_seq,"
                                + " outcomes = excluded.outcomes, data = excluded.data")) {
            insert.setLong(1, run);
            insert.setString(2, target);
            insert.setLong(3, hour);
            insert.setLong(4, ordered.getLast().sequence());
            insert.setInt(5, ordered.size());
            insert.setBytes(6, ChunkCodec.encode(ordered));
            insert.executeUpdate();
        }
    }
}
