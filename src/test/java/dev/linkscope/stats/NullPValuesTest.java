package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.stats.math.SplitMix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where there is nothing to find, small p-values come no more often than they say. */
@Tag("simulation")
@Timeout(120)
class NullPValuesTest {
    private static final Thresholds LIMITS = Thresholds.DEFAULT.withPermutations(999);
    private static final int DRAWS = 600;

    /** NaN where a test could not be made: it claims nothing. */
    private static void assertNotTooSmall(long seed, ToDoubleFunction<SplitMix> pValue) {
        SplitMix random = new SplitMix(seed);
        double[] seen = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            seen[i] = pValue.applyAsDouble(random);
        }
        for (double level : new double[] {0.01, 0.05, 0.1, 0.25, 0.5}) {
            int below = 0;
            for (double p : seen) {
                below += p <= level ? 1 : 0;
            }
            double slack = 3.5 * Math.sqrt(level * (1 - level) / DRAWS);
            assertThat((double) below / DRAWS).as("p ≤ %s", level).isLessThan(level + slack);
        }
    }

    private static ToDoubleFunction<SplitMix> ofPane(
            double loss, Function<PaneFigures, Double> figure) {
        return random -> {
            String row = Simulated.independent(400, loss, random);
            Double p = figure.apply(PaneJudge.judge(Traces.of(row), LIMITS));
            return p == null ? Double.NaN : p;
        };
    }

    @Test
    void clusteringOfRareFailures() {
        assertNotTooSmall(1, ofPane(0.03, figures -> figures.pattern().pCluster()));
    }

    @Test
    void clusteringOfRareAnswers() {
        assertNotTooSmall(2, ofPane(0.85, figures -> figures.pattern().pCluster()));
    }

    @Test
    void rhythm() {
        assertNotTooSmall(3, ofPane(0.05, figures -> figures.pattern().pPeriodic()));
    }

    @Test
    void fewRunsOfFailures() {
        assertNotTooSmall(4, ofPane(0.10, figures -> figures.runs().pValueLower()));
    }

    @Test
    void clusteringWithBlindSpots() {
        assertNotTooSmall(
                5,
                random -> {
                    char[] row = Simulated.independent(400, 0.05, random).toCharArray();
                    for (int i = 0; i < 400; i++) {
                        row[i] = i / 40 % 3 == 1 ? '.' : row[i];
                    }
                    PaneFigures figures = PaneJudge.judge(Traces.of(new String(row)), LIMITS);
                    Double p = figures.pattern().pCluster();
                    return p == null ? Double.NaN : p;
                });
    }

    @Test
    void aSharedCauseInTheSpan() {
        assertNotTooSmall(
                6,
                random -> {
                    List<NamedTrace> farm = new ArrayList<>();
                    for (int i = 0; i < 4; i++) {
                        String row = Simulated.gilbert(300, 0.05, 3, random);
                        farm.add(new NamedTrace("printer " + i, Traces.of(row)));
                    }
                    Double p = SharedOutages.find(farm, Traces.CADENCE).spanPValue();
                    return p == null ? Double.NaN : p;
                });
    }

    @Test
    void levelsOfCorrelatedAnswers() {
        assertNotTooSmall(
                7,
                random -> {
                    LatencyLevel first = new LatencyLevel(Traces.START);
                    LatencyLevel second = new LatencyLevel(Traces.START);
                    List<Integer> all = LatencyStudy.answers(420, 40_000, 0.5, 0.5, random);
                    all.subList(0, 360).forEach(first::add);
                    all.subList(360, 420).forEach(second::add);
                    return first.pValue(second);
                });
    }
}
