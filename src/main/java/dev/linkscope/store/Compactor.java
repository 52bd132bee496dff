package dev.linkscope.store;

import static dev.linkscope.store.ChunkTable.HOUR_MILLIS;

import dev.linkscope.domain.probe.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the rows of hours that are over into compressed hours and their sums, a run at a time. An
 * hour is over when the run has outcomes that started {@link #GRACE_MILLIS} after its end, or when
 * the run is silent. Rows that come later still are merged, so that being too early costs time,
 * never data. Used by the writer's thread alone.
 */
final class Compactor implements Chore {
    private static final Logger LOG = LoggerFactory.getLogger(Compactor.class);

    /** Attempts overlap and come in when they end: six times the longest deadline, 10 s. */
    static final long GRACE_MILLIS = 60_000;

    /** A run without a new outcome for so long has ended, or will hardly go on. */
    static final Duration SILENCE = Duration.ofHours(1);

    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final Database database;
    private final InstantSource time;
    private final Map<Long, Progress> growing = new HashMap<>();
    private final SequencedSet<Long> due = new LinkedHashSet<>();
    private Instant lookedAt;

    /** Whether runs of earlier starts of the program were looked for. */
    private boolean started;

    Compactor(Database database, InstantSource time) {
        this.database = database;
        this.time = time;
        this.lookedAt = time.instant();
    }

    /** A run has new rows; the newest started at this moment of its boot clock. */
    void touched(long run, long newestMillis) {
        long openHour = ChunkTable.hourOf(newestMillis - GRACE_MILLIS);
        Progress before = growing.get(run);
        if (before == null || before.openHour < openHour) {
            due.add(run);
        }
        growing.put(
                run,
                new Progress(
                        before == null ? openHour : Math.max(before.openHour, openHour),
                        before == null ? newestMillis : Math.max(before.newestMillis, newestMillis),
                        time.instant()));
    }

    /** Whether {@link #step} has something to compress. */
    @Override
    public boolean hasWork() {
        return !started || !due.isEmpty();
    }

    /** Compresses what is over of one run, if there is one. */
    @Override
    public void step() throws SQLException {
        if (!started) {
            started = true;
            Map<Long, Long> newest = database.read(Compactor::runsWithRows);
            if (database.shared()) {
                newest.forEach(this::touched);
            } else {
                due.addAll(newest.keySet());
            }
        }
        if (due.isEmpty()) {
            lookForSilentRuns();
            return;
        }
        long run = due.removeFirst();
        Progress progress = growing.get(run);
        long openHour = progress == null ? Long.MAX_VALUE : progress.openHour;
        List<Hour> hours = database.read(connection -> hoursBefore(connection, run, openHour));
        for (Hour hour : hours) {
            try {
                database.write(connection -> compress(connection, hour));
            } catch (DamagedChunkException e) {
                LOG.warn("Hour {} of {} stays in rows", hour.number, hour.target, e);
            }
        }
    }

    private void lookForSilentRuns() throws SQLException {
        Instant now = time.instant();
        if (Duration.between(lookedAt, now).abs().compareTo(LOOK_EVERY) < 0) {
            return;
        }
        lookedAt = now;
        Map<Long, Progress> silent = new HashMap<>(growing);
        silent.values()
                .removeIf(progress ->
                        Duration.between(progress.touchedAt, now).abs().compareTo(SILENCE) < 0);
        // Another program may be writing it.
        Map<Long, Long> newest =
                database.shared() && !silent.isEmpty()
                        ? database.read(Compactor::runsWithRows)
                        : Map.of();
        silent.forEach((run, progress) -> {
            Long newestMillis = newest.get(run);
            if (newestMillis != null && newestMillis > progress.newestMillis) {
                touched(run, newestMillis);
            } else {
                growing.remove(run);
                due.add(run);
            }
        });
    }

    /** Runs that have rows, and when the newest of them started by their boot clock. */
    private static Map<Long, Long> runsWithRows(Connection connection) throws SQLException {
        var newest = new LinkedHashMap<Long, Long>();
        try (Statement select = connection.createStatement();
                ResultSet row =
                        select.executeQuery(
                                "SELECT run, MAX(start_millis) FROM outcome GROUP BY run")) {
            while (row.next()) {
                newest.put(row.getLong(1), row.getLong(2));
            }
        }
        return newest;
    }

    private static List<Hour> hoursBefore(Connection connection, long run, long openHour)
            throws SQLException {
        var spans = new TreeMap<String, SequencedSet<Long>>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT target, start_millis FROM outcome WHERE run = ?")) {
            select.setLong(1, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long hour = ChunkTable.hourOf(row.getLong(2));
                    if (hour < openHour) {
                        spans.computeIfAbsent(row.getString(1), _ -> new LinkedHashSet<>())
                                .add(hour);
                    }
                }
            }
        }
        var hours = new ArrayList<Hour>();
        spans.forEach((target, numbers) ->
                numbers.forEach(number -> hours.add(new Hour(run, target, number))));
        return hours;
    }

    /** Moves an hour from rows to its chunk; the number of rows. */
    private static int compress(Connection connection, Hour hour)
            throws SQLException, DamagedChunkException {
        long from = hour.number * HOUR_MILLIS;
        var all = new TreeMap<Long, Outcome>();
        for (Outcome outcome :
                ChunkTable.readWhole(connection, hour.run, hour.target, hour.number)) {
            all.put(outcome.sequence(), outcome);
        }
        List<Outcome> rows =
                OutcomeTable.read(connection, hour.run, hour.target, from, from + HOUR_MILLIS);
        if (rows.isEmpty() && !all.isEmpty()) {
            return 0;
        }
        for (Outcome outcome : rows) {
            all.putIfAbsent(outcome.sequence(), outcome);
        }
        if (!all.isEmpty()) {
            ChunkTable.write(connection, hour.run, hour.target, hour.number, all.values());
            HourSums sums =
                    HourSums.of(
                            hour.number,
                            all.values(),
                            new History(connection).schedules(hour.run, hour.target));
            RollupTable.put(connection, hour.run, hour.target, hour.number, sums);
        }
        int deleted =
                OutcomeTable.delete(connection, hour.run, hour.target, from, from + HOUR_MILLIS);
        if (deleted != rows.size()) {
            throw new DamagedChunkException("has kinds of a newer version");
        }
        return deleted;
    }

    /**
     * How far a run has come.
     *
     * @param openHour first hour that may still grow
     * @param newestMillis when its newest outcome started, by its boot clock
     * @param touchedAt when it last grew, by this computer's clock
     */
    private record Progress(long openHour, long newestMillis, Instant touchedAt) {}

    /** One hour of one probe in a run. */
    private record Hour(long run, String target, long number) {}
}
