package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Quantiles;
import org.jspecify.annotations.Nullable;

/** Answer times, interpolated between order statistics (Hyndman and Fan 1996, type 7). */
final class LatencyQuantiles {
    private LatencyQuantiles() {}

    /** Quantiles in milliseconds over all ok slots with a known time; null without one. */
    static @Nullable Quantiles of(Trace trace) {
        int[] sorted =
                trace.slots()
                        .filter(slot -> slot.measured() && !slot.failed())
                        .mapToInt(Slot::latencyMicros)
                        .filter(micros -> micros >= 0)
                        .sorted()
                        .toArray();
        if (sorted.length == 0) {
            return null;
        }
        return new Quantiles(
                at(sorted, 0.05), at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99));
    }

    /** A quantile in milliseconds of microseconds in order, at least one. */
    static double at(int[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        double micros = sorted[below] + (position - below) * (sorted[above] - sorted[below]);
        return micros / 1_000;
    }
}
