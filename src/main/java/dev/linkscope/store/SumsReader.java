package dev.linkscope.store;

import dev.linkscope.domain.history.Rollup;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockReading;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Sums and outages of a printer on the UTC line, inside the caller's transaction. */
final class SumsReader {
    /** An outage that reaches over the edge of a span is looked for this far around it first. */
    private static final Duration AROUND = Duration.ofHours(2);

    /** No outage is followed further. */
    private static final Duration FARTHEST = Duration.ofDays(800);

    private final HourReader hours;
    private final Map<Long, ClockReading> clocks;

    SumsReader(Connection connection, PrinterId printer) throws SQLException {
        this.hours = new HourReader(connection);
        this.clocks = new History(connection).newestClocks(printer);
    }

    /** Sums of whole hours, or of minutes, that begin in the span. */
    List<Rollup> rollups(String target, boolean minutes, Instant from, Instant to)
            throws SQLException {
        var rollups = new ArrayList<Rollup>();
        for (var run : clocks.entrySet()) {
            ClockReading clock = run.getValue();
            long fromMillis = OutcomeReader.bootMillis(clock, from);
            long toMillis = OutcomeReader.bootMillis(clock, to);
            for (var hour : read(run.getKey(), target, fromMillis, toMillis, false).entrySet()) {
                long start = hour.getKey() * ChunkTable.HOUR_MILLIS;
                HourSums sums = hour.getValue();
                if (!minutes) {
                    add(rollups, whole(clock.utcOf(start), sums), from, to);
                    continue;
                }
                for (MinuteSums minute : sums.minutes()) {
                    long at = start + (long) minute.minute() * MinuteSums.MINUTE_MILLIS;
                    add(rollups, rollup(clock.utcOf(at), minute), from, to);
                }
            }
        }
        rollups.sort(Comparator.comparing(Rollup::start));
        return rollups;
    }

    private static void add(List<Rollup> rollups, Rollup rollup, Instant from, Instant to) {
        if (!rollup.start().isBefore(from) && rollup.start().isBefore(to)) {
            rollups.add(rollup);
        }
    }

    private static Rollup whole(Instant start, HourSums sums) {
        return new Rollup(start, sums.ok(), sums.failed(), sums.notMeasured(), sums.medianMillis());
    }

    private static Rollup rollup(Instant start, MinuteSums sums) {
        return new Rollup(start, sums.ok(), sums.failed(), sums.notMeasured(), sums.medianMillis());
    }

    /** Outages that lie in the span in part at least, whole ones. */
    List<Outage> outages(String target, Instant from, Instant to) throws SQLException {
        Duration around = AROUND;
        while (true) {
            Instant first = Moments.before(from, around);
            Instant last = Moments.after(to, around);
            List<Outage> outages = placed(target, first, last).outages();
            boolean whole =
                    outages.stream()
                            .filter(outage -> touches(outage, from, to))
                            .allMatch(outage ->
                                    outage.start().isAfter(first.plus(AROUND.dividedBy(2)))
                                            && outage.end()
                                                    .isBefore(last.minus(AROUND.dividedBy(2))));
            if (whole || around.compareTo(FARTHEST) > 0) {
                return outages.stream().filter(outage -> touches(outage, from, to)).toList();
            }
            around = around.multipliedBy(8);
        }
    }

    private static boolean touches(Outage outage, Instant from, Instant to) {
        return outage.start().isBefore(to) && outage.end().isAfter(from);
    }

    private PlacedStretches placed(String target, Instant first, Instant last) throws SQLException {
        var placed = new PlacedStretches();
        for (var run : clocks.entrySet()) {
            ClockReading clock = run.getValue();
            long fromMillis = OutcomeReader.bootMillis(clock, first);
            long toMillis = OutcomeReader.bootMillis(clock, last);
            for (HourSums sums : read(run.getKey(), target, fromMillis, toMillis, true).values()) {
                sums.failures().forEach(stretch -> placed.add(clock, stretch));
            }
        }
        return placed;
    }

    private Map<Long, HourSums> read(
            long run, String target, long fromMillis, long toMillis, boolean failing)
            throws SQLException {
        return hours.read(
                run, target, ChunkTable.hourOf(fromMillis), ChunkTable.hourOf(toMillis), failing);
    }
}
