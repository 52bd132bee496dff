package dev.linkscope.store;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.OutcomeStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads everything but outcomes, inside the caller's transaction. */
final class History {
    private final Connection connection;

    History(Connection connection) {
        this.connection = connection;
    }

    /** Runs of a printer, oldest first. */
    List<StoredRun> runs(PrinterId printer) throws SQLException {
        return query(
                "SELECT run.id, run_id, boot_id, process_id, agent_version, seen_micros"
                        + " FROM printer_run"
                        + " JOIN run ON run.id = printer_run.run WHERE printer = ?"
                        + " ORDER BY seen_micros, run.id",
                row ->
                        new StoredRun(
                                row.getLong(1),
                                new OutcomeStore.Run(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        Micros.instant(row.getLong(6)))),
                printer.toString());
    }

    /** The run that a printer was last measured in; null if none. */
    OutcomeStore.@Nullable Run latestRun(PrinterId printer) throws SQLException {
        List<StoredRun> runs = runs(printer);
        return runs.isEmpty() ? null : runs.getLast().run();
    }

    /** Clock map of a run, oldest first. */
    List<ClockReading> clocks(long run) throws SQLException {
        return query(
                "SELECT boot_millis, wall_micros FROM clock WHERE run = ? ORDER BY boot_millis",
                row -> new ClockReading(row.getLong(1), Micros.instant(row.getLong(2))),
                run);
    }

    /**
     * The reading that holds for a run ({@link dev.linkscope.domain.probe.ClockMap}), for each run
     * of a printer.
     */
    Map<Long, ClockReading> newestClocks(PrinterId printer) throws SQLException {
        var newest = new LinkedHashMap<Long, ClockReading>();
        query(
                "SELECT clock.run, boot_millis, wall_micros FROM printer_run"
                        + " JOIN clock ON clock.run = printer_run.run WHERE printer = ?"
                        + " ORDER BY clock.run, boot_millis",
                row ->
                        newest.put(
                                row.getLong(1),
                                new ClockReading(row.getLong(2), Micros.instant(row.getLong(3)))),
                printer.toString());
        return newest;
    }

    /** Where the slots of a target lay, one after the other. */
    List<AgentFrame.Schedule> schedules(long run, String target) throws SQLException {
        return query(
                "SELECT kind, first_millis, cadence_nanos FROM schedule"
                        + " WHERE run = ? AND target = ? ORDER BY first_millis",
                row -> {
                    ProbeKind kind = StoredNames.kind(row.getString(1));
                    return kind == null
                            ? null
                            : new AgentFrame.Schedule(
                                    target, kind, row.getLong(2), Duration.ofNanos(row.getLong(3)));
                },
                run,
                target);
    }

    /** Latest facts of a printer, by key. */
    List<Fact> facts(PrinterId printer) throws SQLException {
        return query(
                "SELECT fact_key, status, value, unit, reason FROM fact WHERE printer = ?"
                        + " ORDER BY fact_key",
                row ->
                        new Fact(
                                row.getString(1),
                                FactStatus.valueOf(row.getString(2)),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)),
                printer.toString());
    }

    /** How far a run is on disk; null if it is not known there. */
    @Nullable Extent extent(String runId) throws SQLException {
        List<Extent> extents =
                query(
                        "SELECT resume_after,"
                                + " (SELECT MAX(seq) FROM outcome WHERE outcome.run = run.id),"
                                + " (SELECT MAX(last_seq) FROM chunk WHERE chunk.run = run.id),"
                                + " forgotten_seq FROM run WHERE run_id = ?",
                        row -> {
                            long after = row.getLong(1);
                            return new Extent(
                                    row.wasNull() ? null : after,
                                    Math.max(
                                            Math.max(row.getLong(2), row.getLong(3)),
                                            row.getLong(4)));
                        },
                        runId);
        return extents.isEmpty() ? null : extents.getFirst();
    }

    private <T> List<T> query(String sql, RowReader<T> reader, Object... parameters)
            throws SQLException {
        var results = new ArrayList<T>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    T result = reader.read(row);
                    if (result != null) {
                        results.add(result);
                    }
                }
            }
        }
        return results;
    }

    /** Makes a value of one row; null leaves it out. */
    @FunctionalInterface
    private interface RowReader<T> {
        @Nullable T read(ResultSet row) throws SQLException;
    }

    /**
     * A run and its key in the other tables.
     *
     * @param key number of the run in this file
     * @param run the run
     */
    record StoredRun(long key, OutcomeStore.Run run) {}

    /**
     * How far a run is on disk.
     *
     * @param resumeAfter last sequence before something is missing; null if nothing is
     * @param last highest sequence; 0 if none
     */
    record Extent(@Nullable Long resumeAfter, long last) {
        /** The last sequence up to which nothing that was offered is missing. */
        long safe() {
            return resumeAfter == null ? last : Math.min(resumeAfter, last);
        }
    }
}
