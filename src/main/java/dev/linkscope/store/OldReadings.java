package dev.linkscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Forgets old readings of facts, those of some hours at a time. */
final class OldReadings {
    private static final int BATCH = 2_000;

    /** So much of one fact goes at once: of one that never rests some hundred readings. */
    private static final long SLICE = Duration.ofHours(6).toSeconds();

    private OldReadings() {}

    /**
     * Forgets some of what was read before a moment, inside the caller's transaction.
     *
     * @return how many; 0 when nothing is left to forget
     */
    static int forget(Connection connection, Instant before) throws SQLException {
        long end = Moments.near(before).getEpochSecond();
        int rows = 0;
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "DELETE FROM reading WHERE series = ? AND at_seconds < ?")) {
            for (Map.Entry<Long, Long> series : oldest(connection).entrySet()) {
                if (series.getValue() < end && rows < BATCH) {
                    delete.setLong(1, series.getKey());
                    delete.setLong(2, Math.min(end, series.getValue() + SLICE));
                    rows += delete.executeUpdate();
                }
            }
        }
        return rows;
    }

    /** When the oldest reading of all was made; empty without any. */
    static Optional<Instant> oldestOf(Connection connection) throws SQLException {
        return oldest(connection).values().stream().min(Long::compare).map(Instant::ofEpochSecond);
    }

    private static Map<Long, Long> oldest(Connection connection) throws SQLException {
        var oldest = new LinkedHashMap<Long, Long>();
        try (Statement select = connection.createStatement();
                ResultSet row =
                        select.executeQuery(
                                "SELECT id, (SELECT MIN(at_seconds) FROM reading"
                                        + " WHERE reading.series = series.id) FROM series"
                                        + " ORDER BY id")) {
            while (row.next()) {
                long first = row.getLong(2);
                if (!row.wasNull()) {
                    oldest.put(row.getLong(1), first);
                }
            }
        }
        return oldest;
    }
}
