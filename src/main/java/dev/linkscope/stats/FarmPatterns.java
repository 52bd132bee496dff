package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.loss.PatternKind;
import java.util.List;

/**
 * Which of many panes' patterns to put before the user: with 200 panes, two show a pattern by
 * chance alone. Each pane's own report is not touched by it.
 */
public final class FarmPatterns {
    /** Permutations grow by this factor while a pane is undecided. */
    private static final int FINER = 4;

    private static final int ROUNDS = 2;

    private final List<List<SlotRow>> panes;
    private final Thresholds limits;
    private final double[] pValues;
    private final double[] resolution;

    private FarmPatterns(List<Trace> traces, Thresholds limits) {
        this.panes = traces.stream().map(SlotRow::of).toList();
        this.limits = limits;
        this.pValues = new double[panes.size()];
        this.resolution = new double[panes.size()];
    }

    /**
     * Which panes have a pattern that holds among all of them (Benjamini and Hochberg 1995).
     *
     * @param rate false discovery rate, above 0 and below 1
     * @return one for each trace, in order
     */
    public static boolean[] notable(List<Trace> traces, Thresholds limits, double rate) {
        return new FarmPatterns(traces, limits).decide(rate);
    }

    private boolean[] decide(double rate) {
        int permutations = limits.permutations();
        for (int pane = 0; pane < pValues.length; pane++) {
            test(pane, permutations);
        }
        for (int round = 0; round < ROUNDS; round++) {
            permutations = permutations * FINER + FINER - 1;
            double limit = BenjaminiHochberg.limit(pValues, rate);
            for (int pane = 0; pane < pValues.length; pane++) {
                if (Math.abs(pValues[pane] - limit) < resolution[pane]) {
                    test(pane, permutations);
                }
            }
        }
        return BenjaminiHochberg.believed(pValues, rate);
    }

    /** A pane without a pattern of its own is tested and found wanting: p = 1. */
    private void test(int pane, int permutations) {
        Pattern pattern =
                PatternJudge.judge(panes.get(pane), limits.withPermutations(permutations));
        Double p = pattern.pValue();
        if (p == null || pattern.kind() == PatternKind.SCATTERED) {
            pValues[pane] = 1;
            resolution[pane] = 0;
        } else {
            pValues[pane] = p;
            resolution[pane] = 3 * Math.sqrt(p / permutations);
        }
    }
}
