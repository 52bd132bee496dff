package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often a farm without a common cause is said to have one, and which causes are found. */
@Tag("bench")
@Timeout(1_200)
class FarmStudy {
    static List<NamedTrace> farm(
            int printers, int slots, double loss, double meanBurst, SplitMix random) {
        List<NamedTrace> farm = new ArrayList<>();
        for (int i = 0; i < printers; i++) {
            String row = Simulated.gilbert(slots, loss, meanBurst, random);
            farm.add(new NamedTrace("printer " + i, Traces.of(row)));
        }
        return farm;
    }

    @Test
    void farmsWithoutACommonCause() {
        BenchReport report =
                new BenchReport(
                        "Printers that fail by themselves",
                        "printers",
                        "loss",
                        "mean burst",
                        "hours",
                        "shared outages found",
                        "shared cause in span");
        int outages = 0;
        double hours = 0;
        int spans = 0;
        int farms = 0;
        for (int printers : new int[] {2, 5, 20, 50, 200}) {
            for (double loss : new double[] {0.01, 0.05, 0.20}) {
                for (double mean : new double[] {1 / (1 - loss), 5}) {
                    int repeats = Math.max(2, 60 / printers);
                    int[] found = repeat(printers, loss, mean, repeats);
                    outages += found[0];
                    spans += found[1];
                    farms += repeats;
                    hours += 24.0 * repeats;
                    report.row(
                            printers,
                            BenchReport.percent(loss),
                            BenchReport.number(mean),
                            24 * repeats,
                            found[0],
                            found[1] + " of " + repeats);
                }
            }
        }
        report.row("all", "", "", (int) hours, outages, spans + " of " + farms);
        report.write();
        assertThat(outages / hours).isLessThanOrEqualTo(2 / 1_000.0);
        assertThat(spans).isLessThanOrEqualTo(3);
    }

    private static int[] repeat(int printers, double loss, double mean, int repeats) {
        SplitMix random = new SplitMix(printers * 1_000L + (long) (loss * 100 + mean));
        int outages = 0;
        int spans = 0;
        for (int i = 0; i < repeats; i++) {
            FarmFigures figures =
                    SharedOutages.find(farm(printers, 8_640, loss, mean, random), Traces.CADENCE);
            outages += figures.sharedOutages().size();
            spans += figures.sharedCauseInSpan() ? 1 : 0;
        }
        return new int[] {outages, spans};
    }

    @Test
    void commonCausesAreFound() {
        BenchReport report =
                new BenchReport(
                        "Printers behind one router that dies once a day",
                        "printers",
                        "own loss",
                        "down",
                        "farms",
                        "found with every member",
                        "largest error of begin and end, slots");
        for (int printers : new int[] {3, 5, 20, 200}) {
            for (int slots : new int[] {3, 30, 360, 2_160}) {
                dead(report, printers, slots, printers >= 200 ? 4 : 40);
            }
        }
        report.write();
    }

    private static void dead(BenchReport report, int printers, int slots, int farms) {
        SplitMix random = new SplitMix(printers * 7L + slots);
        int found = 0;
        long worst = 0;
        for (int i = 0; i < farms; i++) {
            int at = 1_000 + random.nextInt(4_000);
            List<NamedTrace> farm = new ArrayList<>();
            for (int printer = 0; printer < printers; printer++) {
                String own = Simulated.gilbert(8_640, 0.01, 2, random);
                String row = own.substring(0, at) + "0".repeat(slots) + own.substring(at + slots);
                farm.add(new NamedTrace("printer " + printer, Traces.of(row)));
            }
            List<SharedOutage> outages = SharedOutages.find(farm, Traces.CADENCE).sharedOutages();
            for (SharedOutage outage : outages) {
                long from = slotOf(outage.from());
                if (outage.members().size() == printers && Math.abs(from - at) < 20) {
                    found++;
                    worst = Math.max(worst, Math.abs(from - at));
                    worst = Math.max(worst, Math.abs(slotOf(outage.to()) - at - slots));
                }
            }
        }
        report.row(
                printers,
                "1.0 %",
                slots + " slots",
                farms,
                BenchReport.percent((double) found / farms),
                worst);
        assertThat((double) found / farms).isGreaterThanOrEqualTo(0.95);
    }

    private static long slotOf(Instant time) {
        return Duration.between(Traces.START, time).dividedBy(Traces.CADENCE);
    }
}
