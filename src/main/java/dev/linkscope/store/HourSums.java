package dev.linkscope.store;

import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.AgentFrame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one hour of one probe for longer than its outcomes: sums of the hour and of its
 * minutes, and of a pane where its failures lay. By the boot clock, so that a time synchronisation
 * that comes late re-dates it.
 *
 * @param medianMillis median total time of slots that went well; null without any
 * @param minutes those with a slot, in order
 * @param failures stretches of failures, in order; empty for what is no pane
 */
record HourSums(
        int ok,
        int failed,
        int notMeasured,
        @Nullable Integer medianMillis,
        List<MinuteSums> minutes,
        List<FailureStretch> failures) {
    HourSums {
        minutes = List.copyOf(minutes);
        failures = List.copyOf(failures);
    }

    /**
     * Sums up an hour.
     *
     * @param hour number of the hour of the boot clock
     * @param outcomes all that started in it, each once
     * @param schedules all of the probe in the run
     */
    static HourSums of(
            long hour, Collection<Outcome> outcomes, List<AgentFrame.Schedule> schedules) {
        var byMinute = new TreeMap<Integer, List<Outcome>>();
        for (Outcome outcome : outcomes) {
            long into = outcome.startMillis() - hour * ChunkTable.HOUR_MILLIS;
            int minute = Math.clamp(into / MinuteSums.MINUTE_MILLIS, 0, MinuteSums.LAST);
            byMinute.computeIfAbsent(minute, _ -> new ArrayList<>()).add(outcome);
        }
        List<MinuteSums> minutes =
                byMinute.entrySet().stream()
                        .map(minute -> MinuteSums.of(minute.getKey(), minute.getValue()))
                        .toList();
        return new HourSums(
                minutes.stream().mapToInt(MinuteSums::ok).sum(),
                minutes.stream().mapToInt(MinuteSums::failed).sum(),
                minutes.stream().mapToInt(MinuteSums::notMeasured).sum(),
                MinuteSums.median(outcomes),
                minutes,
                FailureStretch.of(outcomes, schedules));
    }

    /** Slots of all kinds. */
    int slots() {
        return ok + failed + notMeasured;
    }
}
