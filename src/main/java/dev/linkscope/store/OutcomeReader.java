package dev.linkscope.store;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockMap;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.OutcomeStore.RecordedRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Reads the outcomes of one probe, from rows and compressed hours, inside one transaction. */
final class OutcomeReader {
    /** An attempt may start later than it was due; none starts an hour late. */
    private static final long MARGIN_MILLIS = ChunkTable.HOUR_MILLIS;

    private static final Comparator<Outcome> IN_ORDER =
            Comparator.comparingLong(Outcome::slot).thenComparingLong(Outcome::sequence);

    private final Connection connection;
    private final History history;

    OutcomeReader(Connection connection) {
        this.connection = connection;
        this.history = new History(connection);
    }

    /** As {@link dev.linkscope.engine.port.OutcomeStore#read}. */
    List<RecordedRun> read(PrinterId printer, String target, Instant from, Instant to)
            throws SQLException {
        var recorded = new ArrayList<Placed>();
        if (from.isBefore(to)) {
            for (History.StoredRun stored : history.runs(printer)) {
                List<ClockReading> clocks = history.clocks(stored.key());
                List<AgentFrame.Schedule> schedules = history.schedules(stored.key(), target);
                if (!clocks.isEmpty() && !schedules.isEmpty()) {
                    recorded.addAll(partsOf(stored, clocks, schedules, from, to));
                }
            }
        }
        recorded.sort(Comparator.comparing(Placed::first));
        return recorded.stream().map(Placed::run).toList();
    }

    /** What of one run is in the span, a part for each schedule. */
    private List<Placed> partsOf(
            History.StoredRun stored,
            List<ClockReading> clocks,
            List<AgentFrame.Schedule> schedules,
            Instant from,
            Instant to)
            throws SQLException {
        ClockReading clock = ClockMap.newest(clocks);
        long fromMillis = bootMillis(clock, from);
        long toMillis = bootMillis(clock, to);
        var parts = new LinkedHashMap<AgentFrame.Schedule, List<Outcome>>();
        String target = schedules.getFirst().target();
        for (Outcome outcome : outcomes(stored.key(), target, fromMillis, toMillis)) {
            AgentFrame.Schedule schedule = SlotGrid.nearest(schedules, outcome);
            long due = SlotGrid.dueMillis(schedule, outcome);
            if (due >= fromMillis && due < toMillis) {
                parts.computeIfAbsent(schedule, _ -> new ArrayList<>()).add(outcome);
            }
        }
        var placed = new ArrayList<Placed>();
        parts.forEach((schedule, part) -> {
            part.sort(IN_ORDER);
            Instant first = clock.utcOf(SlotGrid.dueMillis(schedule, part.getFirst()));
            placed.add(new Placed(first, new RecordedRun(stored.run(), schedule, clocks, part)));
        });
        return placed;
    }

    /** Outcomes that may be due in the span and some around it; each sequence once. */
    private List<Outcome> outcomes(long run, String target, long fromMillis, long toMillis)
            throws SQLException {
        long from = fromMillis - MARGIN_MILLIS;
        long to = toMillis + MARGIN_MILLIS;
        List<Outcome> outcomes =
                ChunkTable.read(
                        connection, run, target, ChunkTable.hourOf(from), ChunkTable.hourOf(to));
        Set<Long> known = new HashSet<>();
        outcomes.forEach(outcome -> known.add(outcome.sequence()));
        for (Outcome outcome : OutcomeTable.read(connection, run, target, from, to)) {
            if (known.add(outcome.sequence())) {
                outcomes.add(outcome);
            }
        }
        return outcomes;
    }

    /** The first boot millisecond at or after a moment; far ends are cut to what fits. */
    static long bootMillis(ClockReading clock, Instant moment) {
        Instant far = clock.utcOf(clock.bootMillis() + SlotGrid.FAR_MILLIS);
        if (moment.isAfter(far)) {
            return clock.bootMillis() + SlotGrid.FAR_MILLIS;
        }
        if (moment.isBefore(clock.utcOf(clock.bootMillis() - SlotGrid.FAR_MILLIS))) {
            return clock.bootMillis() - SlotGrid.FAR_MILLIS;
        }
        long millis = clock.wall().until(moment, ChronoUnit.MILLIS);
        boolean later = clock.wall().plusMillis(millis).isBefore(moment);
        return clock.bootMillis() + millis + (later ? 1 : 0);
    }

    /** A part of a run and when it begins. */
    private record Placed(Instant first, RecordedRun run) {}
}
