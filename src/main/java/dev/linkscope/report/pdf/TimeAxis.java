package dev.linkscope.report.pdf;

import dev.linkscope.i18n.Messages;
import dev.linkscope.report.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time as a line from left to right, in the reader's local time.
 *
 * @param from left end
 * @param to right end, after {@code from}
 */
record TimeAxis(Instant from, Instant to) {
    /** Steps on which clocks have their marks; whole days follow. */
    private static final List<Duration> STEPS =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(2),
                    Duration.ofHours(3),
                    Duration.ofHours(6),
                    Duration.ofHours(12));

    private static final List<Integer> DAYS = List.of(1, 2, 7, 14, 28, 91, 364, 1820, 7280);
    private static final int MAX_TICKS = 6;

    /**
     * A mark on the axis.
     *
     * @param at when
     * @param label its local time, or its day at midnight
     */
    record Tick(Instant at, String label) {}

    /** Where a moment lies, 0 at the left end to 1 at the right. */
    float share(Instant at) {
        return (float) Math.clamp(seconds(from, at) / seconds(from, to), 0, 1);
    }

    /** At most a handful of marks on full minutes, hours or days. */
    List<Tick> ticks(Messages messages) {
        Duration span = Duration.between(from, to);
        for (Duration step : STEPS) {
            if (span.dividedBy(step) <= MAX_TICKS) {
                return clockTicks(step, messages);
            }
        }
        for (int days : DAYS) {
            if (span.toDays() / days <= MAX_TICKS) {
                return dayTicks(days, messages);
            }
        }
        return List.of();
    }

    private List<Tick> clockTicks(Duration step, Messages messages) {
        ZoneId zone = messages.zone();
        boolean seconds = step.compareTo(Duration.ofMinutes(1)) < 0;
        var times = new Times(messages.locale(), zone);
        List<Tick> ticks = new ArrayList<>();
        // Counted anew each local day: after a change to summer time marks are on full hours again.
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate();
                !day.isAfter(last);
                day = day.plusDays(1)) {
            Instant midnight = day.atStartOfDay(zone).toInstant();
            Instant nextMidnight = day.plusDays(1).atStartOfDay(zone).toInstant();
            Instant at = midnight;
            if (at.isBefore(from)) {
                at = at.plus(step.multipliedBy(Duration.between(at, from).dividedBy(step)));
            }
            for (; at.isBefore(nextMidnight) && !at.isAfter(to); at = at.plus(step)) {
                if (!at.isBefore(from)) {
                    String clock = seconds ? times.clock(at) : times.minutes(at);
                    ticks.add(new Tick(at, at.equals(midnight) ? times.day(at) : clock));
                }
            }
        }
        return ticks;
    }

    private List<Tick> dayTicks(int days, Messages messages) {
        ZoneId zone = messages.zone();
        var times = new Times(messages.locale(), zone);
        List<Tick> ticks = new ArrayList<>();
        LocalDate day = from.atZone(zone).toLocalDate().plusDays(1);
        for (Instant at = day.atStartOfDay(zone).toInstant();
                !at.isAfter(to);
                at = day.atStartOfDay(zone).toInstant()) {
            ticks.add(new Tick(at, times.day(at)));
            day = day.plusDays(days);
        }
        return ticks;
    }

    /** Asked for every slot of every pane, so without a {@link Duration}. */
    private static double seconds(Instant begin, Instant end) {
        return end.getEpochSecond()
                - begin.getEpochSecond()
                + (end.getNano() - begin.getNano()) / 1e9;
    }
}
