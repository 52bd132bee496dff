package dev.linkscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Takes old hours out of the tables of outcomes and of sums, some at a time. */
final class ForgottenHours {
    private static final int FEWEST = 20;
    private static final int MOST = 2_000;
    private static final long LONG_NANOS = 100_000_000;
    private static final long SHORT_NANOS = 25_000_000;

    /** Most hours of one transaction; slow disks get fewer. */
    private int most = 100;

    private long begunNanos;

    /** Finds what lies wholly before a moment. */
    void before(RunAges ages, Instant moment, boolean sums, Collection<Part> found) {
        for (RunAges.Probe probe : ages.probes()) {
            Long first = sums ? probe.firstSums() : probe.firstChunk();
            long cut = ages.dates(probe.run()).firstHourNotBefore(moment);
            if (first != null && first < cut) {
                found.add(new Part(sums, probe.run(), probe.target(), cut));
            }
        }
    }

    /**
     * Forgets some hours of a part, inside the caller's transaction. How far the run went is kept,
     * so that it can be resumed.
     *
     * @return whether there are more
     */
    boolean forget(Connection connection, Part part) throws SQLException {
        begunNanos = System.nanoTime();
        Long last = lastOfBatch(connection, part);
        if (last == null) {
            return false;
        }
        if (!part.sums) {
            keepExtent(connection, part, last);
        }
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "DELETE FROM "
                                + part.table()
                                + " WHERE run = ? AND target = ? AND hour <= ?")) {
            delete.setLong(1, part.run);
            delete.setString(2, part.target);
            delete.setLong(3, last);
            return delete.executeUpdate() >= most;
        }
    }

    /** Takes fewer next time if the last transaction was long, more if it was short. */
    void adapt() {
        long took = System.nanoTime() - begunNanos;
        if (took > LONG_NANOS) {
            most = Math.max(FEWEST, most / 2);
        } else if (took < SHORT_NANOS) {
            most = Math.min(MOST, most * 2);
        }
    }

    private @Nullable Long lastOfBatch(Connection connection, Part part) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT MAX(hour) FROM (SELECT hour FROM "
                                + part.table()
                                + " WHERE run = ? AND target = ? AND hour < ?"
                                + " ORDER BY hour LIMIT ?) batch")) {
            select.setLong(1, part.run);
            select.setString(2, part.target);
            select.setLong(3, part.beforeHour);
            select.setInt(4, most);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                long last = row.getLong(1);
                return row.wasNull() ? null : last;
            }
        }
    }

    private static void keepExtent(Connection connection, Part part, long lastHour)
            throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT MAX(last_seq) FROM chunk"
                                        + " WHERE run = ? AND target = ? AND hour <= ?");
                PreparedStatement update =
                        connection.prepareStatement(
                                "UPDATE run SET forgotten_seq = ? WHERE id = ?"
                                        + " AND COALESCE(forgotten_seq, 0) < ?")) {
            select.setLong(1, part.run);
            select.setString(2, part.target);
            select.setLong(3, lastHour);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    long sequence = row.getLong(1);
                    update.setLong(1, sequence);
                    update.setLong(2, part.run);
                    update.setLong(3, sequence);
                    update.executeUpdate();
                }
            }
        }
    }

    /**
     * What is to be forgotten of one probe of a run.
     *
     * @param sums whether sums, else outcomes
     * @param beforeHour the first hour of the boot clock that stays
     */
    record Part(boolean sums, long run, String target, long beforeHour) {
        private String table() {
            return sums ? "rollup" : "chunk";
        }
    }
}
