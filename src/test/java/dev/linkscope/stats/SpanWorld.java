package dev.linkscope.stats;

import dev.linkscope.domain.history.SpanComparison.Result;
import dev.linkscope.stats.math.SplitMix;
import java.util.EnumMap;
import java.util.Map;

/** Two spans of made-up bursty links, and what is said of them. */
final class SpanWorld {
    private final Map<Result, Integer> results = new EnumMap<>(Result.class);
    private int worlds;

    /**
     * Compares pairs of spans of Gilbert chains with the same mean burst.
     *
     * @param loss share of failing slots in the earlier span
     * @param changed how many times as often drop-outs begin in the later one; 1 for no change
     */
    static SpanWorld of(int worlds, int slots, double loss, double burst, double changed) {
        var world = new SpanWorld();
        var random = new SplitMix((long) (loss * 1e6) + (long) (burst * 1e3) * 31 + slots);
        double odds = loss / (1 - loss) * changed;
        for (int i = 0; i < worlds; i++) {
            String rows =
                    changed == 1
                            ? Simulated.gilbert(2 * slots, loss, burst, random)
                            : Simulated.gilbert(slots, loss, burst, random)
                                    + Simulated.gilbert(slots, odds / (1 + odds), burst, random);
            world.add(rows.substring(0, slots), rows.substring(slots));
        }
        return world;
    }

    private void add(String first, String second) {
        SpanJudgement judged =
                SpanTest.compare(Traces.of(first), Traces.of(second), Thresholds.DEFAULT);
        results.merge(judged.result(), 1, Integer::sum);
        worlds++;
    }

    /** Share of pairs with this result. */
    double share(Result result) {
        return (double) results.getOrDefault(result, 0) / worlds;
    }

    /** Share of pairs that were called different. */
    double different() {
        return share(Result.FEWER) + share(Result.MORE);
    }

    /** Whether such a chain is possible at all. */
    static boolean possible(double loss, double burst) {
        return loss / (1 - loss) / burst < 1;
    }
}
