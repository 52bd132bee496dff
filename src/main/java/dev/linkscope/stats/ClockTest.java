package dev.linkscope.stats;

import dev.linkscope.stats.math.SplitMix;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether drop-outs keep to a time of day, or to a minute of the hour: Rayleigh's test (Rayleigh
 * 1919) with a null that draws starts from the slots really measured, so that a Pi watched in
 * office hours alone proves nothing.
 *
 * <p>Failures less than 1/24 of the period apart count once, and at least half of the drop-outs, in
 * three periods or more, must lie within a twelfth of the mean direction: one bad night is no
 * habit.
 */
final class ClockTest {
    private static final int MIN_UNITS = 3;
    private static final int MIN_PERIODS = 3;

    private final long periodSeconds;
    private final double[] measured;
    private final double[] units;

    private ClockTest(List<SlotRow> rows, int gmin, long periodSeconds) {
        this.periodSeconds = periodSeconds;
        this.measured = rows.stream().flatMapToDouble(ClockTest::measuredTimes).toArray();
        this.units = rows.stream().flatMapToDouble(row -> unitStarts(row, gmin)).toArray();
    }

    private static DoubleStream measuredTimes(SlotRow row) {
        return IntStream.range(0, row.length())
                .filter(row::measuredAt)
                .mapToDouble(i -> time(row, i));
    }

    private DoubleStream unitStarts(SlotRow row, int gmin) {
        int width = (int) Math.ceil(periodSeconds / 24.0 / row.cadenceSeconds());
        return Stretch.merge(List.of(row), Math.max(gmin, width)).stream()
                .mapToDouble(unit -> time(row, unit.first()));
    }

    private static double time(SlotRow row, int index) {
        return row.scheduled(index).toEpochMilli() * 1e-3;
    }

    /** The test; null with too few drop-outs or too few periods that agree. */
    static Periodicity.@Nullable Candidate run(
            List<SlotRow> rows, Thresholds limits, long periodSeconds, SplitMix random) {
        ClockTest test = new ClockTest(rows, limits.gmin(), periodSeconds);
        int count = test.units.length;
        if (count < MIN_UNITS || !test.isHabit()) {
            return null;
        }
        double p =
                MonteCarlo.lowerTail(
                        -test.direction(DoubleStream.of(test.units)).length(),
                        () -> -test.direction(test.drawn(count, random)).length(),
                        limits.permutations());
        return new Periodicity.Candidate(p, periodSeconds);
    }

    private DoubleStream drawn(int count, SplitMix random) {
        return IntStream.range(0, count)
                .mapToDouble(_ -> measured[random.nextInt(measured.length)]);
    }

    private boolean isHabit() {
        double mean = direction(DoubleStream.of(units)).angle();
        Set<Double> periods = new HashSet<>();
        int near = 0;
        for (double time : units) {
            if (Math.cos(angle(time) - mean) >= Math.cos(Math.PI / 6)) {
                near++;
                periods.add(Math.rint(time / periodSeconds - mean / (2 * Math.PI)));
            }
        }
        return 2 * near >= units.length && periods.size() >= MIN_PERIODS;
    }

    private double angle(double time) {
        return 2 * Math.PI * (time % periodSeconds) / periodSeconds;
    }

    private Vector direction(DoubleStream times) {
        double[] sum = {0, 0};
        times.forEach(time -> {
            sum[0] += Math.cos(angle(time));
            sum[1] += Math.sin(angle(time));
        });
        return new Vector(sum[0], sum[1]);
    }

    private record Vector(double x, double y) {
        double length() {
            return Math.hypot(x, y);
        }

        double angle() {
            return Math.atan2(y, x);
        }
    }
}
