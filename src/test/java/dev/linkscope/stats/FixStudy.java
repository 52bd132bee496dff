package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.FixFigures;
import dev.linkscope.domain.loss.FixVerdict;
import dev.linkscope.stats.math.SplitMix;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often an unchanged link is called fixed, and how long a fixed one must be watched. */
@Tag("bench")
@Timeout(1_200)
class FixStudy {
    private static final int BASELINE = 720;
    private static final int TRACES = 2_000;

    private final BenchReport report =
            new BenchReport(
                    "Before and after: 720 baseline slots, a look at every slot",
                    "link",
                    "usable baselines",
                    "unchanged, called verified",
                    "unchanged, called not fixed",
                    "clean slots until verified (median)");

    @Test
    void unchangedLinksAreRarelyCalledFixed() {
        for (double loss : new double[] {0.02, 0.05, 0.10, 0.24, 0.50}) {
            check(
                    BenchReport.percent(loss) + ", independent",
                    loss,
                    (slots, random) -> Simulated.independent(slots, loss, random));
            for (double mean : new double[] {1, 2, 5, 10, 20}) {
                if (loss / (1 - loss) / mean < 1) {
                    check(
                            BenchReport.percent(loss) + ", mean burst " + (int) mean,
                            loss,
                            (slots, random) -> Simulated.gilbert(slots, loss, mean, random));
                }
            }
        }
        for (double start : new double[] {0.002, 0.005, 0.01}) {
            check(
                    "storms of 30 slots, half failing, " + start + " a slot",
                    Math.min(0.5, start * 15),
                    (slots, random) -> Simulated.storms(slots, start, 30, 0.5, random));
        }
        report.write();
    }

    private void check(String link, double loss, BiFunction<Integer, SplitMix, String> truth) {
        SplitMix random = new SplitMix(link.hashCode());
        int afterSlots = (int) Math.min(6_000, 50 / (loss * (1 - loss)));
        int usable = 0;
        int verified = 0;
        int notFixed = 0;
        double[] clean = new double[TRACES];
        for (int i = 0; i < TRACES; i++) {
            String whole = truth.apply(BASELINE + afterSlots, random);
            Trace before = Traces.of(whole.substring(0, BASELINE));
            FixFigures unchanged =
                    FixVerification.compare(
                            before, Traces.of(whole.substring(BASELINE)), Thresholds.DEFAULT);
            verified += unchanged.verdict() == FixVerdict.VERIFIED ? 1 : 0;
            notFixed += unchanged.verdict() == FixVerdict.NOT_FIXED ? 1 : 0;
            Double quiet = FixVerification.quietSecondsToAnnounce(before, Thresholds.DEFAULT);
            if (quiet != null) {
                clean[usable++] = Math.ceil(quiet / 10);
            }
        }
        double[] sorted = Arrays.copyOf(clean, usable);
        Arrays.sort(sorted);
        double share = (double) verified / TRACES;
        report.row(
                link,
                BenchReport.percent((double) usable / TRACES),
                BenchReport.percent(share),
                BenchReport.percent((double) notFixed / TRACES),
                usable == 0 ? "–" : (int) sorted[usable / 2]);
        assertThat(share).as(link).isLessThanOrEqualTo(0.05);
    }
}
