package dev.linkscope.store;

import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.AgentFrame;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sums of hours wherever they are: those stored, those of hours that were compressed before there
 * were sums, and those of hours that are still open. Inside the caller's transaction.
 */
final class HourReader {
    private static final Logger LOG = LoggerFactory.getLogger(HourReader.class);

    private final Connection connection;
    private final History history;

    HourReader(Connection connection) {
        this.connection = connection;
        this.history = new History(connection);
    }

    /**
     * Sums by hour of the boot clock, both ends inclusive.
     *
     * @param failing only hours with a failure; others may be among them
     */
    NavigableMap<Long, HourSums> read(
            long run, String target, long fromHour, long toHour, boolean failing)
            throws SQLException {
        NavigableMap<Long, HourSums> sums =
                RollupTable.read(connection, run, target, fromHour, toHour, failing);
        List<AgentFrame.Schedule> schedules = history.schedules(run, target);
        addCompressed(sums, run, target, fromHour, toHour, schedules);
        addOpen(sums, run, target, fromHour, toHour, schedules);
        return sums;
    }

    private void addCompressed(
            Map<Long, HourSums> sums,
            long run,
            String target,
            long fromHour,
            long toHour,
            List<AgentFrame.Schedule> schedules)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT hour, data FROM chunk WHERE run = ? AND target = ?"
                                + " AND hour BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM rollup"
                                + " WHERE rollup.run = chunk.run AND rollup.target = chunk.target"
                                + " AND rollup.hour = chunk.hour)")) {
            select.setLong(1, run);
            select.setString(2, target);
            select.setLong(3, fromHour);
            select.setLong(4, toHour);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long hour = row.getLong(1);
                    try {
                        List<Outcome> outcomes = ChunkCodec.decode(target, row.getBytes(2));
                        sums.put(hour, HourSums.of(hour, outcomes, schedules));
                    } catch (DamagedChunkException e) {
                        LOG.warn("Hour {} of {} cannot be summed up", hour, target, e);
                    }
                }
            }
        }
    }

    private void addOpen(
            Map<Long, HourSums> sums,
            long run,
            String target,
            long fromHour,
            long toHour,
            List<AgentFrame.Schedule> schedules)
            throws SQLException {
        var open = new TreeMap<Long, TreeMap<Long, Outcome>>();
        for (Outcome outcome :
                OutcomeTable.read(
                        connection,
                        run,
                        target,
                        fromHour * ChunkTable.HOUR_MILLIS,
                        (toHour + 1) * ChunkTable.HOUR_MILLIS)) {
            open.computeIfAbsent(ChunkTable.hourOf(outcome.startMillis()), _ -> new TreeMap<>())
                    .put(outcome.sequence(), outcome);
        }
        for (var hour : open.entrySet()) {
            addCompressed(hour.getValue(), run, target, hour.getKey());
            HourSums whole = HourSums.of(hour.getKey(), hour.getValue().values(), schedules);
            sums.merge(hour.getKey(), whole, (a, b) -> b.slots() >= a.slots() ? b : a);
        }
    }

    /** Rows that came in late belong to an hour that is compressed already. */
    private void addCompressed(Map<Long, Outcome> outcomes, long run, String target, long hour)
            throws SQLException {
        try {
            Collection<Outcome> compressed = ChunkTable.readWhole(connection, run, target, hour);
            compressed.forEach(outcome -> outcomes.put(outcome.sequence(), outcome));
        } catch (DamagedChunkException e) {
            LOG.warn("Hour {} of {} cannot be read", hour, target, e);
        }
    }
}
