package dev.linkscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of sums: one row for a target and an hour of the boot clock of a run. */
final class RollupTable {
    private static final Logger LOG = LoggerFactory.getLogger(RollupTable.class);

    /**
     * Late rows may come when the outcomes of their hour are forgotten: sums of fewer slots never
     * replace those of more.
     */
    private static final String PUT =
            """
            INSERT INTO rollup
              (run, target, hour, ok, failed, not_measured, median_millis, minutes, failures)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
              ON CONFLICT (run, target, hour) DO UPDATE SET
                ok = excluded.ok, failed = excluded.failed, not_measured = excluded.not_measured,
                median_millis = excluded.median_millis, minutes = excluded.minutes,
                failures = excluded.failures
              WHERE excluded.ok + excluded.failed + excluded.not_measured
                >= rollup.ok + rollup.failed + rollup.not_measured
            """;

    private RollupTable() {}

    /** Writes or replaces an hour. */
    static void put(Connection connection, long run, String target, long hour, HourSums sums)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PUT)) {
            insert.setLong(1, run);
            insert.setString(2, target);
            insert.setLong(3, hour);
            insert.setInt(4, sums.ok());
            insert.setInt(5, sums.failed());
            insert.setInt(6, sums.notMeasured());
            insert.setObject(7, sums.medianMillis());
            insert.setBytes(8, SumsCodec.minutes(sums.minutes(), sums.medianMillis()));
            insert.setBytes(9, SumsCodec.failures(hour, sums.failures()));
            insert.executeUpdate();
        }
    }

    /**
     * Sums of hours in a span, both ends inclusive; damaged ones are left out.
     *
     * @param failing only those with a failure
     */
    static NavigableMap<Long, HourSums> read(
            Connection connection,
            long run,
            String target,
            long fromHour,
            long toHour,
            boolean failing)
            throws SQLException {
        var sums = new TreeMap<Long, HourSums>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT hour, ok, failed, not_measured, median_millis, minutes, failures"
                                + " FROM rollup WHERE run = ? AND target = ?"
                                + " AND hour BETWEEN ? AND ?"
                                + (failing ? " AND failed > 0" : ""))) {
            select.setLong(1, run);
            select.setString(2, target);
            select.setLong(3, fromHour);
            select.setLong(4, toHour);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long hour = row.getLong(1);
                    try {
                        sums.put(hour, sums(row, hour));
                    } catch (DamagedChunkException e) {
                        LOG.warn("Sums of hour {} of {} cannot be read", hour, target, e);
                    }
                }
            }
        }
        return sums;
    }

    private static HourSums sums(ResultSet row, long hour)
            throws SQLException, DamagedChunkException {
        int read = row.getInt(5);
        @Nullable Integer median = row.wasNull() ? null : read;
        return new HourSums(
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                median,
                SumsCodec.readMinutes(row.getBytes(6), median),
                SumsCodec.readFailures(hour, row.getBytes(7)));
    }
}
