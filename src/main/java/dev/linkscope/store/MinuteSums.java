package dev.linkscope.store;

import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.SlotState;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Sums of the slots that began in one minute of an hour of the boot clock.
 *
 * @param minute its number in the hour, 0 to 59
 * @param medianMillis median total time of those that went well; null without any
 */
record MinuteSums(int minute, int ok, int failed, int notMeasured, @Nullable Integer medianMillis) {
    static final int MINUTE_MILLIS = 60_000;

    /** Number of the last minute of an hour. */
    static final int LAST = 59;

    static MinuteSums of(int minute, Collection<Outcome> outcomes) {
        int ok = 0;
        int failed = 0;
        int notMeasured = 0;
        for (Outcome outcome : outcomes) {
            switch (outcome.state()) {
                case OK -> ok++;
                case FAILED -> failed++;
                case NOT_MEASURED -> notMeasured++;
            }
        }
        return new MinuteSums(minute, ok, failed, notMeasured, median(outcomes));
    }

    /** Of an even number the mean of the two in the middle, rounded to milliseconds. */
    static @Nullable Integer median(Collection<Outcome> outcomes) {
        int[] micros =
                outcomes.stream()
                        .filter(outcome -> outcome.state() == SlotState.OK)
                        .mapToInt(outcome -> outcome.timings().total())
                        .filter(total -> total >= 0)
                        .sorted()
                        .toArray();
        if (micros.length == 0) {
            return null;
        }
        long two = (long) micros[(micros.length - 1) / 2] + micros[micros.length / 2];
        return Math.toIntExact(Math.round(two / 2_000.0));
    }
}
