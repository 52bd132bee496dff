package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The part of the day to which drop-outs keep, such as the evening. Quiet outside it is no news, so
 * before and after a change are compared within it alone. It is learned before the change and does
 * not move afterwards; otherwise looking again and again would find a quiet part in any link.
 *
 * <p>It is the shortest part of the day that holds nine of ten drop-outs, longer at both ends by
 * the mean distance between them. It counts as a habit if it is at most half a day long, drop-outs
 * fell into it on three days, and turning each day by itself, within the slots measured on it,
 * rarely brings them as close together: one bad night is no habit.
 */
public final class FaultHours {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long LONGEST = DAY / 2;
    private static final long SHORTEST = Duration.ofHours(1).toMillis();

    /** Days that must agree, as in {@link ClockHabit}. */
    private static final int DAYS = 3;

    /** Share of the drop-outs that it holds: strays do not make a habit longer. */
    private static final double SHARE = 0.9;

    private static final int TURNS = 999;

    /** Chance of a quiet stretch of days without any change that is still taken for one. */
    private static final double LUCK = 0.05;

    private final long from;
    private final long length;
    private final int quietDays;

    private FaultHours(long from, long length, List<SlotRow> rows) {
        this.from = from;
        this.length = length;
        this.quietDays = quietDays(rows);
    }

    /** It may stay away on some days by itself: half a day is added to either kind. */
    private int quietDays(List<SlotRow> rows) {
        Map<Long, Double> measured = new HashMap<>();
        Set<Long> bad = new HashSet<>();
        for (SlotRow row : rows) {
            for (int i = 0; i < row.length(); i++) {
                if (row.measuredAt(i) && !until(row.scheduled(i)).isPositive()) {
                    long day = Math.floorDiv(row.scheduled(i).toEpochMilli() - from, DAY);
                    measured.merge(day, row.cadenceSeconds(), Double::sum);
                    if (row.failedAt(i)) {
                        bad.add(day);
                    }
                }
            }
        }
        double half = length().toSeconds() / 2.0;
        long quiet =
                measured.entrySet().stream()
                        .filter(day -> !bad.contains(day.getKey()) && day.getValue() >= half)
                        .count();
        double share = (quiet + 0.5) / (quiet + bad.size() + 1);
        return (int) Math.ceil(Math.log(LUCK) / Math.log(share));
    }

    /** The shortest part of the day that holds some moments. */
    private record Arc(long from, long length) {}

    /** What a baseline shows; null if its drop-outs keep to no part of the day. */
    public static @Nullable FaultHours of(Trace before, Thresholds limits) {
        List<SlotRow> rows = SlotRow.of(before);
        long[] starts =
                Stretch.merge(rows, limits.gmin()).stream()
                        .mapToLong(drop -> drop.row().scheduled(drop.first()).toEpochMilli())
                        .toArray();
        if (starts.length < DropOuts.needed()) {
            return null;
        }
        Arc arc = shortest(starts);
        if (arc.length() > LONGEST
                || days(starts, arc) < DAYS
                || !isHabit(rows, starts, arc, limits)) {
            return null;
        }
        long edge = arc.length() / (held(starts.length) - 1);
        edge = Math.max(edge, (SHORTEST - arc.length()) / 2);
        return new FaultHours(arc.from() - edge, arc.length() + 2 * edge, rows);
    }

    private static int held(int starts) {
        return (int) Math.ceil(SHARE * starts);
    }

    private static Arc shortest(long[] starts) {
        long[] phases = Arrays.stream(starts).map(start -> start % DAY).sorted().toArray();
        int held = held(phases.length);
        Arc best = new Arc(0, DAY);
        for (int i = 0; i < phases.length; i++) {
            int last = i + held - 1;
            long end = phases[last % phases.length] + (last < phases.length ? 0 : DAY);
            if (end - phases[i] < best.length()) {
                best = new Arc(phases[i], end - phases[i]);
            }
        }
        return best;
    }

    private static int days(long[] starts, Arc arc) {
        Set<Long> days = new HashSet<>();
        for (long start : starts) {
            if (Math.floorMod(start - arc.from(), DAY) <= arc.length()) {
                days.add(Math.floorDiv(start - arc.from(), DAY));
            }
        }
        return days.size();
    }

    private static boolean isHabit(List<SlotRow> rows, long[] starts, Arc arc, Thresholds limits) {
        Turning days = new Turning(rows, starts);
        SplitMix random = new SplitMix(SlotRow.hash(rows));
        int asShort = 1;
        for (int turn = 0; turn < TURNS; turn++) {
            asShort += shortest(days.turned(random)).length() <= arc.length() ? 1 : 0;
            if (asShort >= limits.significance() * (TURNS + 1)) {
                return false;
            }
        }
        return true;
    }

    /** Moves every day's starts on together, by a random number of the slots measured on it. */
    private static final class Turning {
        private final long[] measured;
        private final int[] first;
        private final int[] slots;
        private final int[] place;

        Turning(List<SlotRow> rows, long[] starts) {
            this.measured = rows.stream().flatMapToLong(FaultHours::measuredTimes).toArray();
            this.first = new int[starts.length];
            this.slots = new int[starts.length];
            this.place = new int[starts.length];
            for (int i = 0; i < starts.length; i++) {
                long day = starts[i] / DAY * DAY;
                first[i] = place(measured, day);
                slots[i] = place(measured, day + DAY) - first[i];
                place[i] = place(measured, starts[i]) - first[i];
            }
        }

        long[] turned(SplitMix random) {
            long[] turned = new long[place.length];
            int shift = 0;
            for (int i = 0; i < turned.length; i++) {
                boolean sameDay = i > 0 && first[i] == first[i - 1];
                shift = sameDay ? shift : random.nextInt(slots[i]);
                turned[i] = measured[first[i] + (place[i] + shift) % slots[i]];
            }
            return turned;
        }
    }

    private static LongStream measuredTimes(SlotRow row) {
        return IntStream.range(0, row.length())
                .filter(row::measuredAt)
                .mapToLong(i -> row.scheduled(i).toEpochMilli());
    }

    /** Index of the first time that is not before a moment. */
    private static int place(long[] times, long moment) {
        int found = Arrays.binarySearch(times, moment);
        return found >= 0 ? found : -found - 1;
    }

    /** How long it is, each day. */
    public Duration length() {
        return Duration.ofMillis(length);
    }

    /**
     * How much of it has to be seen since a change before silence can be called news: as many times
     * its length as there are days in a quiet stretch that would come about by itself in at most 5
     * % of cases, by the share of days that were quiet before; at least two.
     */
    public Duration least() {
        return length().multipliedBy(quietDays);
    }

    /** How long until it begins; zero within it. */
    public Duration until(Instant moment) {
        long since = Math.floorMod(moment.toEpochMilli() - from, DAY);
        return Duration.ofMillis(since < length ? 0 : DAY - since);
    }

    /** The same trace, not measured outside it. */
    public Trace keep(Trace trace) {
        return Cut.blinding(trace, (_, slot) -> until(slot.scheduled()).isPositive());
    }
}
