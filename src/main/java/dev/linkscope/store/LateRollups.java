package dev.linkscope.store;

import dev.linkscope.domain.probe.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sums up hours that were compressed before there were sums, once after each start. */
final class LateRollups implements Chore {
    private static final Logger LOG = LoggerFactory.getLogger(LateRollups.class);

    /** Keys looked at in one step: some milliseconds. */
    private static final int LOOK = 2_000;

    /** Hours summed up in one step: some tens of milliseconds. */
    private static final int BATCH = 20;

    private final Database database;
    private final Deque<Hour> found = new ArrayDeque<>();
    private Hour last = new Hour(Long.MIN_VALUE, "", Long.MIN_VALUE);
    private boolean allSeen;

    LateRollups(Database database) {
        this.database = database;
    }

    @Override
    public boolean hasWork() {
        return !allSeen || !found.isEmpty();
    }

    @Override
    public void step() throws SQLException {
        if (found.isEmpty()) {
            look();
            return;
        }
        var batch = new ArrayList<Hour>();
        while (batch.size() < BATCH && !found.isEmpty()) {
            batch.add(found.removeFirst());
        }
        database.write(connection -> {
            for (Hour hour : batch) {
                sumUp(connection, hour);
            }
            return batch;
        });
    }

    private void look() throws SQLException {
        if (allSeen) {
            return;
        }
        // Should it fail, hours without sums are still summed up whenever they are read.
        allSeen = true;
        List<Hour> seen = database.read(this::next);
        allSeen = seen.size() < LOOK;
        if (!seen.isEmpty()) {
            last = seen.getLast();
        }
    }

    private List<Hour> next(Connection connection) throws SQLException {
        var seen = new ArrayList<Hour>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT run, target, hour, (SELECT 1 FROM rollup"
                                + " WHERE rollup.run = chunk.run AND rollup.target = chunk.target"
                                + " AND rollup.hour = chunk.hour) FROM chunk"
                                + " WHERE (run, target, hour) > (?, ?, ?)"
                                + " ORDER BY run, target, hour LIMIT "
                                + LOOK)) {
            select.setLong(1, last.run);
            select.setString(2, last.target);
            select.setLong(3, last.number);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    var hour = new Hour(row.getLong(1), row.getString(2), row.getLong(3));
                    seen.add(hour);
                    if (row.getInt(4) == 0) {
                        found.add(hour);
                    }
                }
            }
        }
        return seen;
    }

    private static void sumUp(Connection connection, Hour hour) throws SQLException {
        try {
            List<Outcome> outcomes =
                    ChunkTable.readWhole(connection, hour.run, hour.target, hour.number);
            if (!outcomes.isEmpty()) {
                RollupTable.put(
                        connection,
                        hour.run,
                        hour.target,
                        hour.number,
                        HourSums.of(
                                hour.number,
                                outcomes,
                                new History(connection).schedules(hour.run, hour.target)));
            }
        } catch (DamagedChunkException e) {
            LOG.warn("Hour {} of {} cannot be summed up", hour.number, hour.target, e);
        }
    }

    /** One hour of one probe in a run. */
    private record Hour(long run, String target, long number) {}
}
