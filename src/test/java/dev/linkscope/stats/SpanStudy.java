package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.history.SpanComparison.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often unchanged links are called different, and changed ones are found. */
@Tag("bench")
@Timeout(1_200)
class SpanStudy {
    private static final int WORLDS = 1_000;
    private static final int TWO_HOURS = 720;
    private static final int DAY = 8_640;

    @Test
    void unchangedLinksAreRarelyCalledDifferent() {
        var report =
                new BenchReport(
                        "Two spans of an unchanged link",
                        "slots each",
                        "loss",
                        "mean burst",
                        "pairs",
                        "too little to compare",
                        "called different",
                        "of those compared");
        double worst = 0;
        for (int slots : new int[] {TWO_HOURS, DAY}) {
            for (double loss : new double[] {0.02, 0.05, 0.10, 0.24, 0.50}) {
                for (double burst : new double[] {1, 2, 5, 10, 20}) {
                    if (SpanWorld.possible(loss, burst)) {
                        var world = SpanWorld.of(WORLDS, slots, loss, burst, 1);
                        double little = world.share(Result.TOO_LITTLE);
                        report.row(
                                slots,
                                BenchReport.percent(loss),
                                (int) burst,
                                WORLDS,
                                BenchReport.percent(little),
                                BenchReport.percent(world.different()),
                                little == 1
                                        ? "–"
                                        : BenchReport.percent(world.different() / (1 - little)));
                        worst = Math.max(worst, world.different());
                    }
                }
            }
        }
        report.write();
        assertThat(worst).isLessThanOrEqualTo(0.05);
    }

    @Test
    void changedLinksAreFound() {
        var report =
                new BenchReport(
                        "Drop-outs that begin half or twice as often in the later span",
                        "slots each",
                        "loss",
                        "mean burst",
                        "pairs",
                        "half as often: found",
                        "twice as often: found",
                        "wrong way round");
        double wrong = 0;
        for (int slots : new int[] {TWO_HOURS, DAY, 7 * DAY}) {
            int worlds = slots > DAY ? 100 : 500;
            for (double loss : new double[] {0.02, 0.05, 0.20}) {
                for (double burst : new double[] {1, 5, 20}) {
                    var half = SpanWorld.of(worlds, slots, loss, burst, 0.5);
                    var twice = SpanWorld.of(worlds, slots, loss, burst, 2);
                    double amiss = half.share(Result.MORE) + twice.share(Result.FEWER);
                    report.row(
                            slots,
                            BenchReport.percent(loss),
                            (int) burst,
                            worlds,
                            BenchReport.percent(half.share(Result.FEWER)),
                            BenchReport.percent(twice.share(Result.MORE)),
                            BenchReport.percent(amiss / 2));
                    wrong = Math.max(wrong, amiss / 2);
                }
            }
        }
        report.write();
        assertThat(wrong).isLessThanOrEqualTo(0.01);
    }
}
