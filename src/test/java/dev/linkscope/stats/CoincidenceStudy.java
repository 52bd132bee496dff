package dev.linkscope.stats;

import static java.lang.Math.max;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.diagnosis.Coincidence;
import dev.linkscope.stats.math.SplitMix;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often outages are said to coincide with what they have nothing to do with, or have. */
@Tag("bench")
@Timeout(1_200)
class CoincidenceStudy {
    private static final int WORLDS = 1_000;
    private static final int TWO_HOURS = 720;
    private static final int DAY = 8_640;

    @Test
    void whatHasNoCauseIsRarelyGivenOne() {
        var report =
                new BenchReport(
                        "Outages that have to do with none of 6 circumstances",
                        "slots",
                        "outages",
                        "worlds",
                        "worlds with a coincidence");
        double worst = 0;
        for (int slots : new int[] {TWO_HOURS, DAY}) {
            for (int outages : new int[] {3, 6, 12, 40}) {
                String anywhere = outages + ", anywhere";
                worst = max(worst, none(report, slots, anywhere, world -> world.outages(outages)));
            }
            for (int storms : new int[] {1, 2, 4, 8}) {
                String stormy = "storms: " + storms;
                worst = max(worst, none(report, slots, stormy, world -> world.storms(storms)));
            }
        }
        report.write();
        assertThat(worst).isLessThanOrEqualTo(0.05);
    }

    private static double none(
            BenchReport report,
            int slots,
            String outages,
            Function<CoincidenceWorld, CoincidenceWorld> truth) {
        var random = new SplitMix(outages.hashCode() + slots);
        int alarms = 0;
        for (int i = 0; i < WORLDS; i++) {
            var world = new CoincidenceWorld(slots, 0.2, 60, random);
            alarms += truth.apply(world).believed().isEmpty() ? 0 : 1;
        }
        double share = (double) alarms / WORLDS;
        report.row(slots, outages, WORLDS, BenchReport.percent(share));
        return share;
    }

    @Test
    void aTrueCauseIsFound() {
        var report =
                new BenchReport(
                        "Outages that begin more readily under one of 6 circumstances",
                        "slots",
                        "share of the time",
                        "mean spell, slots",
                        "odds",
                        "outages",
                        "found",
                        "wanted",
                        "worlds with a wrong one as well");
        double least =
                DoubleStream.of(
                                found(report, DAY, 0.2, 60, 20, 6, 0.5),
                                found(report, DAY, 0.2, 60, 20, 12, 0.9),
                                found(report, DAY, 0.2, 60, 20, 30, 0.99),
                                found(report, DAY, 0.2, 60, 5, 12, 0.25),
                                found(report, DAY, 0.2, 60, 5, 40, 0.9),
                                found(report, DAY, 0.05, 12, 20, 6, 0.4),
                                found(report, DAY, 0.05, 12, 20, 12, 0.85),
                                found(report, DAY, 0.3, 1_440, 20, 20, 0.3),
                                found(report, TWO_HOURS, 0.2, 30, 20, 6, 0.2),
                                found(report, TWO_HOURS, 0.2, 30, 20, 12, 0.5))
                        .min()
                        .orElseThrow();
        report.write();
        assertThat(least).isNotNegative();
    }

    private static double found(
            BenchReport report,
            int slots,
            double share,
            int spell,
            double odds,
            int outages,
            double wanted) {
        var random = new SplitMix(31L * outages + (long) (1_000 * share * odds) + slots);
        int found = 0;
        int wrong = 0;
        for (int i = 0; i < WORLDS; i++) {
            List<Coincidence> believed =
                    new CoincidenceWorld(slots, share, spell, random)
                            .outages(outages, odds)
                            .believed();
            found += believed.stream().anyMatch(one -> one.factor().equals("c0")) ? 1 : 0;
            wrong += believed.stream().anyMatch(one -> !one.factor().equals("c0")) ? 1 : 0;
        }
        double power = (double) found / WORLDS;
        report.row(
                slots,
                BenchReport.percent(share),
                spell,
                odds,
                outages,
                BenchReport.percent(power),
                BenchReport.percent(wanted),
                BenchReport.percent((double) wrong / WORLDS));
        return power - wanted;
    }
}
