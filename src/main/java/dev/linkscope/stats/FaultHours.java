package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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

    private final long from;
    private final long length;

    private FaultHours(long from, long length) {
        this.from = from;
        this.length = length;
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
        return new FaultHours(arc.from() - edge, arc.length() + 2 * edge);
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
        long[] measured = rows.stream().flatMapToLong(FaultHours::measuredTimes).toArray();
        SplitMix random = new SplitMix(SlotRow.hash(rows));
        int asShort = 1;
        for (int turn = 0; turn < TURNS; turn++) {
            asShort += shortest(turned(starts, measured, random)).length() <= arc.length() ? 1 : 0;
            if (asShort >= limits.significance() * (TURNS + 1)) {
                return false;
            }
        }
        return true;
    }

    private static LongStream measuredTimes(SlotRow row) {
        return IntStream.range(0, row.length())
                .filter(row::measuredAt)
                .mapToLong(i -> row.scheduled(i).toEpochMilli());
    }

    /** Every day's starts, moved on together by a random number of the slots measured on it. */
    private static long[] turned(long[] starts, long[] measured, SplitMix random) {
        long[] turned = new long[starts.length];
        int first = 0;
        int end = 0;
        int shift = 0;
        for (int i = 0; i < starts.length; i++) {
            long day = starts[i] / DAY;
            if (i == 0 || day != starts[i - 1] / DAY) {
                first = place(measured, day * DAY);
                end = place(measured, (day + 1) * DAY);
                shift = random.nextInt(end - first);
            }
            int place = place(measured, starts[i]) - first;
            turned[i] = measured[first + (place + shift) % (end - first)];
        }
        return turned;
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
