package dev.linkscope.store;

import dev.linkscope.domain.probe.ClockReading;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When the hours of each run were, as far as that can be told, to know which are old. A clock that
 * is wrong, the Pi's or this computer's, must not make new outcomes look old.
 *
 * @param probes every probe of every run that has something
 * @param dates of the runs, by key
 */
record RunAges(List<Probe> probes, Map<Long, Dates> dates) {
    /** A Pi remembers a day; what a run holds began no earlier before it was first seen. */
    private static final Duration REMEMBERED = Duration.ofHours(25);

    /** A Pi's clock may be ahead. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final String HOURS =
            "SELECT probe.run, target, seen_micros,"
                    + " (SELECT MIN(hour) FROM chunk WHERE chunk.run = probe.run"
                    + "  AND chunk.target = probe.target),"
                    + " (SELECT MAX(hour) FROM chunk WHERE chunk.run = probe.run"
                    + "  AND chunk.target = probe.target),"
                    + " (SELECT MIN(hour) FROM rollup WHERE rollup.run = probe.run"
                    + "  AND rollup.target = probe.target),"
                    + " (SELECT MAX(hour) FROM rollup WHERE rollup.run = probe.run"
                    + "  AND rollup.target = probe.target)"
                    + " FROM (SELECT DISTINCT run, target FROM schedule) probe"
                    + " JOIN run ON run.id = probe.run";

    /**
     * Reads what there is.
     *
     * @param now this computer's clock
     */
    static RunAges read(Connection connection, Instant now) throws SQLException {
        var probes = new ArrayList<Probe>();
        Map<Long, Long> seen = new HashMap<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(HOURS)) {
            while (row.next()) {
                var probe =
                        new Probe(
                                row.getLong(1),
                                row.getString(2),
                                hour(row, 4),
                                hour(row, 5),
                                hour(row, 6),
                                hour(row, 7));
                if (probe.firstHour() != null) {
                    probes.add(probe);
                    seen.put(probe.run, row.getLong(3));
                }
            }
        }
        Map<Long, ClockReading> clocks = clocks(connection);
        Map<Long, Dates> dates = new HashMap<>();
        probes.stream()
                .collect(Collectors.groupingBy(Probe::run))
                .forEach((run, ofRun) -> {
                    Instant first = Micros.instant(seen.getOrDefault(run, 0L));
                    dates.put(run, dates(ofRun, clocks.get(run), first, now));
                });
        return new RunAges(probes, dates);
    }

    private static @Nullable Long hour(ResultSet row, int column) throws SQLException {
        long hour = row.getLong(column);
        return row.wasNull() ? null : hour;
    }

    private static Map<Long, ClockReading> clocks(Connection connection) throws SQLException {
        Map<Long, ClockReading> newest = new HashMap<>();
        try (Statement select = connection.createStatement();
                ResultSet row =
                        select.executeQuery(
                                "SELECT run, boot_millis, wall_micros FROM clock"
                                        + " ORDER BY run, boot_millis")) {
            while (row.next()) {
                newest.put(
                        row.getLong(1),
                        new ClockReading(row.getLong(2), Micros.instant(row.getLong(3))));
            }
        }
        return newest;
    }

    private static Dates dates(
            List<Probe> probes, @Nullable ClockReading clock, Instant seen, Instant now) {
        long first =
                probes.stream()
                        .map(Probe::firstHour)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .min()
                        .orElse(0);
        long end =
                1
                        + probes.stream()
                                .map(Probe::lastHour)
                                .filter(Objects::nonNull)
                                .mapToLong(Long::longValue)
                                .max()
                                .orElse(first);
        var bySeen = new ClockReading(first * ChunkTable.HOUR_MILLIS, seen);
        if (clock == null) {
            return new Dates(bySeen, end, false);
        }
        Instant ended = clock.utcOf(end * ChunkTable.HOUR_MILLIS);
        boolean likely = !ended.isBefore(seen.minus(REMEMBERED)) && !ended.isAfter(now.plus(AHEAD));
        return new Dates(likely ? clock : bySeen, end, likely);
    }

    /**
     * The newest moment that is known to be past: what was measured and dated by a Pi's clock, and
     * not after {@code now}; so a computer whose clock is far ahead forgets nothing.
     */
    Instant reference(Instant now) {
        return dates.values().stream()
                .filter(Dates::likely)
                .map(Dates::ended)
                .max(Instant::compareTo)
                .filter(newest -> newest.isBefore(now))
                .orElse(dates.values().stream().anyMatch(Dates::likely) ? now : Instant.EPOCH);
    }

    /** The end of the newest hour of all, however dated; empty history: the epoch. */
    Instant newest() {
        return dates.values().stream()
                .map(Dates::ended)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** The start of the oldest hour that is kept outcome by outcome, or of the oldest sum. */
    @Nullable Instant oldest(boolean sums) {
        Instant oldest = null;
        for (Probe probe : probes) {
            Long hour = sums ? probe.firstSums : probe.firstChunk;
            if (hour != null) {
                Instant start = dates(probe.run).clock.utcOf(hour * ChunkTable.HOUR_MILLIS);
                oldest = oldest == null || start.isBefore(oldest) ? start : oldest;
            }
        }
        return oldest;
    }

    Dates dates(long run) {
        return Objects.requireNonNull(dates.get(run));
    }

    /**
     * A probe of a run and the hours of the boot clock of which it has outcomes or sums; null
     * without any.
     */
    record Probe(
            long run,
            String target,
            @Nullable Long firstChunk,
            @Nullable Long lastChunk,
            @Nullable Long firstSums,
            @Nullable Long lastSums) {
        @Nullable Long firstHour() {
            return firstChunk == null || (firstSums != null && firstSums < firstChunk)
                    ? firstSums
                    : firstChunk;
        }

        @Nullable Long lastHour() {
            return lastChunk == null || (lastSums != null && lastSums > lastChunk)
                    ? lastSums
                    : lastChunk;
        }
    }

    /**
     * How the hours of a run are dated.
     *
     * @param clock maps its boot clock to UTC
     * @param end number of the hour after its last
     * @param likely whether the Pi's clock tells so; else it is when the run was first seen
     */
    record Dates(ClockReading clock, long end, boolean likely) {
        Instant ended() {
            return clock.utcOf(end * ChunkTable.HOUR_MILLIS);
        }

        /** The first hour that is not wholly before a moment; far ends are cut. */
        long firstHourNotBefore(Instant moment) {
            return ChunkTable.hourOf(OutcomeReader.bootMillis(clock, moment));
        }
    }
}
