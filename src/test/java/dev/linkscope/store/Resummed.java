package dev.linkscope.store;

import dev.linkscope.domain.history.Rollup;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockMap;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.engine.port.OutcomeStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Sums worked out from single outcomes alone, in the plainest way. */
public final class Resummed {
    private Resummed() {}

    /** Sums of the whole history of a printer. */
    public static List<Rollup> of(OutcomeStore store, PrinterId printer, Duration width) {
        var parts = new TreeMap<Instant, List<Outcome>>();
        for (var run : store.read(printer, Made.TARGET, Instant.MIN, Instant.MAX)) {
            for (Outcome outcome : run.outcomes()) {
                long start = outcome.startMillis() / width.toMillis() * width.toMillis();
                parts.computeIfAbsent(ClockMap.utcOf(run.clocks(), start), _ -> new ArrayList<>())
                        .add(outcome);
            }
        }
        return parts.entrySet().stream().map(part -> sum(part.getKey(), part.getValue())).toList();
    }

    private static Rollup sum(Instant start, List<Outcome> outcomes) {
        List<Integer> times =
                outcomes.stream()
                        .filter(o -> o.state() == SlotState.OK)
                        .map(o -> o.timings().total())
                        .sorted()
                        .toList();
        int n = times.size();
        return new Rollup(
                start,
                count(outcomes, SlotState.OK),
                count(outcomes, SlotState.FAILED),
                count(outcomes, SlotState.NOT_MEASURED),
                n == 0
                        ? null
                        : (int) Math.round((times.get((n - 1) / 2) + times.get(n / 2)) / 2_000.0));
    }

    private static int count(List<Outcome> outcomes, SlotState state) {
        return (int) outcomes.stream().filter(o -> o.state() == state).count();
    }
}
