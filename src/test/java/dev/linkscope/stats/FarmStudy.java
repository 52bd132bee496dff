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
        for (int printers : new int[] {2, 3, 5, 8, 20, 50, 200}) {
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

    /** One minute, ten minutes, one hour, six and twelve, at 10 s. */
    private static final int[] FAULTS = {6, 60, 360, 2_160, 4_320};

    @Test
    void commonCausesAreFound() {
        BenchReport report =
                new BenchReport(
                        "Printers behind one router that dies once a day: found with every member",
                        "printers",
                        "own loss",
                        "farms",
                        "1 min",
                        "10 min",
                        "1 h",
                        "6 h",
                        "12 h",
                        "largest error of begin and end, slots");
        for (int printers : new int[] {2, 3, 5, 8, 20, 50, 200}) {
            for (double loss : new double[] {0, 0.01, 0.03}) {
                dead(report, printers, loss, Math.clamp(400 / printers, 4, 40));
            }
        }
        report.write();
    }

    private static void dead(BenchReport report, int printers, double loss, int farms) {
        List<Object> cells = new ArrayList<>();
        cells.add(printers);
        cells.add(BenchReport.percent(loss));
        cells.add(farms);
        long worst = 0;
        for (int slots : FAULTS) {
            SplitMix random = new SplitMix(printers * 7L + slots + (long) (loss * 1e5));
            int found = 0;
            for (int i = 0; i < farms; i++) {
                long error = errorOf(printers, loss, slots, random);
                found += error >= 0 ? 1 : 0;
                worst = Math.max(worst, error);
            }
            cells.add(BenchReport.percent((double) found / farms));
            if (printers >= 5 || (loss == 0 && printers >= 2)) {
                assertThat((double) found / farms)
                        .as(printers + " printers, " + loss + ", " + slots)
                        .isGreaterThanOrEqualTo(0.95);
            }
        }
        cells.add(worst);
        report.row(cells.toArray());
    }

    /**
     * Slots by which begin or end are off where the fault was found with all its members; or -1.
     */
    private static long errorOf(int printers, double loss, int slots, SplitMix random) {
        int at = 1_000 + random.nextInt(3_000);
        List<NamedTrace> farm = new ArrayList<>();
        for (int printer = 0; printer < printers; printer++) {
            String own = Simulated.gilbert(8_640, loss, 2, random);
            String row = own.substring(0, at) + "0".repeat(slots) + own.substring(at + slots);
            farm.add(new NamedTrace("printer " + printer, Traces.of(row)));
        }
        for (SharedOutage outage : SharedOutages.find(farm, Traces.CADENCE).sharedOutages()) {
            long begin = Math.abs(slotOf(outage.from()) - at);
            long end = Math.abs(slotOf(outage.to()) - at - slots);
            if (outage.members().size() == printers && begin < 20) {
                return Math.max(begin, end);
            }
        }
        return -1;
    }

    private static long slotOf(Instant time) {
        return Duration.between(Traces.START, time).dividedBy(Traces.CADENCE);
    }
}
