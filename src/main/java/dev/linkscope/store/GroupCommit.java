package dev.linkscope.store;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.history.ReadingPace;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** Writes groups, each in one transaction. Used by the writer's thread alone. */
final class GroupCommit {
    private final Database database;
    private final Compactor compactor;
    private final ObjLongConsumer<String> onCommitted;

    /** Keys of runs that are certainly on disk. */
    private final Map<String, Long> keys = new HashMap<>();

    /** Keys of series of facts that are certainly on disk; no series is ever deleted. */
    private final Map<SeriesName, Long> series = new HashMap<>();

    private record SeriesName(PrinterId printer, String key) {}

    /**
     * A writer of groups.
     *
     * @param onCommitted told the last sequence of each part of a run that is now on disk
     */
    GroupCommit(Database database, Compactor compactor, ObjLongConsumer<String> onCommitted) {
        this.database = database;
        this.compactor = compactor;
        this.onCommitted = onCommitted;
    }

    /** Writes all or nothing. */
    void commit(List<Write> group) throws SQLException {
        Map<String, Long> found = new HashMap<>();
        Map<SeriesName, Long> foundSeries = new HashMap<>();
        Map<Long, Long> newest = new HashMap<>();
        database.write(connection -> {
            // What an attempt found that was rolled back is not there.
            found.clear();
            foundSeries.clear();
            newest.clear();
            try (PreparedStatement insert = connection.prepareStatement(OutcomeTable.INSERT)) {
                for (Write write : group) {
                    if (write instanceof Write.Append append) {
                        long run = key(connection, found, append.runId());
                        newest.merge(run, append(insert, run, append), Math::max);
                    } else if (write instanceof Write.SetFact set) {
                        setFact(connection, set);
                        addReading(connection, foundSeries, set);
                    } else {
                        apply(connection, found, write);
                    }
                }
                insert.executeBatch();
            }
            return group.size();
        });
        keys.putAll(found);
        series.putAll(foundSeries);
        newest.forEach(compactor::touched);
        for (Write write : group) {
            if (write instanceof Write.Append append) {
                onCommitted.accept(append.runId(), append.outcomes().getLast().sequence());
            }
        }
    }

    private static long append(PreparedStatement insert, long run, Write.Append append)
            throws SQLException {
        long newest = Long.MIN_VALUE;
        for (Outcome outcome : append.outcomes()) {
            OutcomeTable.bind(insert, run, outcome);
            insert.addBatch();
            newest = Math.max(newest, outcome.startMillis());
        }
        return newest;
    }

    private void apply(Connection connection, Map<String, Long> found, Write write)
            throws SQLException {
        switch (write) {
            case Write.BeginRun begin -> beginRun(connection, found, begin);
            case Write.AddSchedule add ->
                    update(
                            connection,
                            "INSERT INTO schedule (run, target, kind, first_millis, cadence_nanos)"
                                    + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                            key(connection, found, add.runId()),
                            add.schedule().target(),
                            add.schedule().kind().wireName(),
                            add.schedule().firstMillis(),
                            add.schedule().cadence().toNanos());
            case Write.AddClock add ->
                    update(
                            connection,
                            "INSERT INTO clock (run, boot_millis, wall_micros) VALUES (?, ?, ?)"
                                    + " ON CONFLICT (run, boot_millis)"
                                    + " DO UPDATE SET wall_micros = excluded.wall_micros",
                            key(connection, found, add.runId()),
                            add.reading().bootMillis(),
                            Micros.of(add.reading().wall()));
            case Write.ResumeAfter resume ->
                    update(
                            connection,
                            "UPDATE run SET resume_after = ? WHERE run_id = ?",
                            resume.sequence(),
                            resume.runId());
            case Write.AddLost add ->
                    new LostTable(connection).add(key(connection, found, add.runId()), add.lost());
            case Write.SetFact set -> throw new IllegalArgumentException(set.fact().key());
            case Write.Append append -> throw new IllegalArgumentException(append.runId());
        }
    }

    private void beginRun(Connection connection, Map<String, Long> found, Write.BeginRun begin)
            throws SQLException {
        update(
                connection,
                "INSERT INTO run (run_id, boot_id, process_id, agent_version, seen_micros)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                begin.run().runId(),
                begin.run().bootId(),
                begin.run().processId(),
                begin.run().agentVersion(),
                Micros.of(begin.run().seenAt()));
        update(
                connection,
                "INSERT INTO printer_run (printer, run) VALUES (?, ?) ON CONFLICT DO NOTHING",
                begin.printer().toString(),
                key(connection, found, begin.run().runId()));
    }

    private static void setFact(Connection connection, Write.SetFact set) throws SQLException {
        Fact fact = set.fact();
        update(
                connection,
                "INSERT INTO fact (printer, fact_key, status, value, unit, reason, read_micros)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (printer, fact_key) DO UPDATE SET status = excluded.status,"
                        + " value = excluded.value, unit = excluded.unit, reason = excluded.reason,"
                        + " read_micros = excluded.read_micros"
                        + " WHERE excluded.read_micros >= fact.read_micros",
                set.printer().toString(),
                fact.key(),
                fact.status().name(),
                fact.value(),
                fact.unit(),
                fact.reason(),
                Micros.of(set.at()));
    }

    private void addReading(Connection connection, Map<SeriesName, Long> found, Write.SetFact set)
            throws SQLException {
        Optional<ReadingPace> pace = ReadingPace.of(set.fact().key());
        if (pace.isEmpty()) {
            return;
        }
        var table = new ReadingTable(connection);
        var name = new SeriesName(set.printer(), set.fact().key());
        Long known = series.getOrDefault(name, found.get(name));
        if (known == null) {
            known = table.series(set.printer(), set.fact().key());
            found.put(name, known);
        }
        table.add(known, set.fact(), set.at(), pace.get());
    }

    private long key(Connection connection, Map<String, Long> found, String runId)
            throws SQLException {
        Long known = keys.getOrDefault(runId, found.get(runId));
        if (known != null) {
            return known;
        }
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM run WHERE run_id = ?")) {
            select.setString(1, runId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("run was never announced: " + runId);
                }
                long key = row.getLong(1);
                found.put(runId, key);
                return key;
            }
        }
    }

    private static void update(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                Object value = parameters[i];
                statement.setObject(i + 1, value instanceof String s ? StoredNames.text(s) : value);
            }
            statement.executeUpdate();
        }
    }
}
