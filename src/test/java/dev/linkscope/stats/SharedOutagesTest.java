package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedOutagesTest {
    private static final int DAY = 8_640;

    private static List<NamedTrace> farm(int printers, int at, int length, long seed) {
        SplitMix random = new SplitMix(seed);
        List<NamedTrace> farm = new ArrayList<>();
        for (int i = 0; i < printers; i++) {
            String own = Simulated.independent(DAY, 0.01, random);
            String row = own.substring(0, at) + "0".repeat(length) + own.substring(at + length);
            farm.add(new NamedTrace("p" + i, Traces.of(row)));
        }
        return farm;
    }

    private static FarmFigures find(List<NamedTrace> farm) {
        return SharedOutages.find(farm, Traces.CADENCE);
    }

    private static Instant slot(int index) {
        return Traces.START.plus(Traces.CADENCE.multipliedBy(index));
    }

    @Test
    void aShortOutageOfTenIsSeenByTheirState() {
        FarmFigures figures = find(farm(10, 4_000, 3, 1));
        assertThat(figures.sharedOutages()).hasSize(1);
        SharedOutage outage = figures.sharedOutages().getFirst();
        assertThat(outage.from()).isBetween(slot(3_998), slot(4_000));
        assertThat(outage.to()).isBetween(slot(4_003), slot(4_005));
        assertThat(outage.members()).hasSize(10);
        assertThat(outage.measured()).isEqualTo(10);
        assertThat(outage.pValue()).isLessThan(1e-15);
    }

    @Test
    void sixHoursOfADeadRouterInAFarmOfFiveAreSeenByTheirOnset() {
        FarmFigures figures = find(farm(5, 3_000, 2_160, 2));
        assertThat(figures.sharedOutages()).hasSize(1);
        SharedOutage outage = figures.sharedOutages().getFirst();
        assertThat(outage.from()).isBetween(slot(2_998), slot(3_000));
        assertThat(outage.to()).isBetween(slot(5_160), slot(5_162));
        assertThat(outage.members()).containsExactly("p0", "p1", "p2", "p3", "p4");
        for (FarmFigures.PrinterRate rate : figures.printers()) {
            assertThat(rate.errorRate()).isCloseTo(0.26, within(0.01));
            assertThat(rate.ownErrorRate()).isCloseTo(0.01, within(0.005));
        }
    }

    @Test
    void aStrayFailureIsNoMembership() {
        List<NamedTrace> farm = new ArrayList<>(farm(6, 3_000, 600, 3));
        String alone = Simulated.independent(DAY, 0.01, new SplitMix(8));
        farm.add(new NamedTrace("elsewhere", Traces.of(alone)));
        FarmFigures figures = find(farm);
        assertThat(figures.sharedOutages()).hasSize(1);
        assertThat(figures.sharedOutages().getFirst().members())
                .hasSize(6)
                .doesNotContain("elsewhere");
        assertThat(figures.sharedOutages().getFirst().measured()).isEqualTo(7);
    }

    @Test
    void printersThatFailByThemselvesShareNothing() {
        SplitMix random = new SplitMix(5);
        List<NamedTrace> farm = FarmStudy.farm(12, 2_000, 0.05, 4, random);
        FarmFigures figures = find(farm);
        assertThat(figures.sharedOutages()).isEmpty();
        assertThat(figures.sharedCauseInSpan()).isFalse();
        assertThat(figures.printers())
                .allSatisfy(rate -> assertThat(rate.ownErrorRate()).isEqualTo(rate.errorRate()));
    }

    /** Two of three fail at the same 40 moments, each too weak to be dated. */
    @Test
    void aWeakCommonCauseIsSeenOverTheSpanAlone() {
        SplitMix random = new SplitMix(6);
        char[][] rows = new char[3][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Simulated.independent(4_000, 0.03, random).toCharArray();
        }
        for (int moment = 0; moment < 40; moment++) {
            int at = random.nextInt(4_000);
            int spared = random.nextInt(3);
            rows[(spared + 1) % 3][at] = '0';
            rows[(spared + 2) % 3][at] = '0';
        }
        List<NamedTrace> farm = new ArrayList<>();
        for (char[] row : rows) {
            farm.add(new NamedTrace("p" + farm.size(), Traces.of(new String(row))));
        }
        FarmFigures figures = find(farm);
        assertThat(figures.sharedOutages()).isEmpty();
        assertThat(figures.sharedCauseInSpan()).isTrue();
        assertThat(figures.spanPValue()).isLessThan(0.001);
    }

    @Test
    void cadencesAndOffsetsMeetOnOneGrid() {
        List<NamedTrace> farm = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Duration cadence = Duration.ofSeconds(i % 2 == 0 ? 10 : 2);
            int perCell = i % 2 == 0 ? 1 : 5;
            String row =
                    "1".repeat(900 * perCell) + "0".repeat(6 * perCell) + "1".repeat(900 * perCell);
            Segment segment = Traces.segment(row, Traces.START.plusMillis(300L * i), cadence);
            farm.add(new NamedTrace("p" + i, new Trace(List.of(segment))));
        }
        FarmFigures figures = find(farm);
        assertThat(figures.sharedOutages()).hasSize(1);
        assertThat(figures.sharedOutages().getFirst().members()).hasSize(6);
        assertThat(figures.sharedOutages().getFirst().from()).isEqualTo(slot(900));
        assertThat(figures.printers())
                .allSatisfy(rate -> assertThat(rate.ownErrorRate()).isLessThan(0.002));
    }

    /** Own failures, own long outages, blind spots and clocks half a slot wrong. */
    @Tag("simulation")
    @Test
    void sharedFaultsOfMadeUpFarmsAreFoundOnceEach() {
        SplitMix random = new SplitMix(31);
        int allowed = 0;
        int recalled = 0;
        int found = 0;
        int right = 0;
        for (int printers : new int[] {5, 8, 20}) {
            for (double loss : new double[] {0.005, 0.05}) {
                for (int length : new int[] {6, 60, 360}) {
                    for (int members : new int[] {printers, (printers + 1) / 2}) {
                        FarmWorld world = new FarmWorld(printers, 720, loss, 5, random);
                        world.strike(100 + random.nextInt(200), length, members);
                        FarmWorld.Fault fault = world.faults().getFirst();
                        List<SharedOutage> outages = FarmWorld.found(world.traces()).toList();
                        boolean seen = outages.stream().anyMatch(fault::matches);
                        found += outages.size();
                        right += seen ? 1 : 0;
                        boolean counts = members > FarmWorld.needed(printers, 720, loss, 5);
                        allowed += counts ? 1 : 0;
                        recalled += counts && seen ? 1 : 0;
                    }
                }
            }
        }
        assertThat(allowed).isGreaterThanOrEqualTo(15);
        assertThat((double) recalled / allowed).isGreaterThanOrEqualTo(0.95);
        assertThat((double) right / found).isGreaterThanOrEqualTo(0.95);
    }

    /**
     * Half a day of a dead router, with slots that pass now and then, is one outage and not many.
     */
    @Test
    void aLongOutageThatFlickersCountsOnce() {
        FarmWorld world = new FarmWorld(20, DAY, 0.05, 5, new SplitMix(7));
        world.strike(2_000, 4_320, 10);
        assertThat(FarmWorld.found(world.traces()))
                .singleElement()
                .matches(world.faults().getFirst()::matches)
                .satisfies(outage -> assertThat(outage.members()).hasSizeBetween(9, 11));
    }

    /** An hour without an access point, and within it a minute without the router. */
    @Test
    void anOutageWithinAnotherIsOneOfItsOwn() {
        List<NamedTrace> farm = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String own = "1".repeat(200) + (i < 4 ? "0" : "1").repeat(360) + "1".repeat(160);
            farm.add(
                    new NamedTrace(
                            "p" + i,
                            Traces.of(own.substring(0, 400) + "000000" + own.substring(406))));
        }
        List<SharedOutage> found = find(farm).sharedOutages();
        assertThat(found).extracting(SharedOutage::from).containsExactly(slot(200), slot(400));
        assertThat(found.getFirst().members()).containsExactly("p0", "p1", "p2", "p3");
        assertThat(found.getLast().members()).hasSize(8).doesNotContain("p0");
    }

    @Test
    void whoWasDownAnywayLostNothing() {
        List<NamedTrace> farm = new ArrayList<>(farm(6, 4_000, 30, 4));
        farm.add(new NamedTrace("dead", Traces.of("0".repeat(DAY))));
        SharedOutage outage = find(farm).sharedOutages().getFirst();
        assertThat(outage.members()).hasSize(6).doesNotContain("dead");
        assertThat(outage.measured()).isEqualTo(7);
    }

    @Test
    void whatNobodyMeasuredIsNoFailure() {
        List<NamedTrace> farm = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String gap = i % 2 == 0 ? "P".repeat(60) : ".".repeat(60);
            farm.add(new NamedTrace("p" + i, Traces.of("1".repeat(500) + gap + "1".repeat(200))));
        }
        assertThat(find(farm).sharedOutages()).isEmpty();
    }

    @Test
    void clocksThatAreASlotOffAreNoTrouble() {
        List<NamedTrace> farm = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String row = "1".repeat(400) + "0".repeat(30) + "1".repeat(290);
            Instant start = Traces.START.plusSeconds(10L * (i % 3) - 10);
            Segment segment = Traces.segment(row, start, Traces.CADENCE);
            farm.add(new NamedTrace("p" + i, new Trace(List.of(segment))));
        }
        FarmFigures figures = find(farm);
        assertThat(figures.sharedOutages())
                .singleElement()
                .satisfies(outage -> assertThat(outage.members()).hasSize(6));
        assertThat(figures.printers())
                .allMatch(rate -> Double.valueOf(0).equals(rate.ownErrorRate()));
    }

    /** The span has moved on; how it began cannot be seen any more. */
    @Test
    void oneThatIsKnownGoesOn() {
        List<NamedTrace> whole = farm(5, 1_000, 1_400, 2);
        List<SharedOutage> known = find(FarmWorld.between(whole, 300, 1_020)).sharedOutages();
        assertThat(known).hasSize(1);
        List<NamedTrace> later = FarmWorld.between(whole, 1_500, 2_220);
        assertThat(find(later).sharedOutages()).isEmpty();
        List<SharedOutage> first =
                SharedOutages.find(FarmWorld.between(whole, 700, 1_420), Traces.CADENCE, known, 0)
                        .sharedOutages();
        List<SharedOutage> second =
                SharedOutages.find(FarmWorld.between(whole, 1_400, 2_120), Traces.CADENCE, first, 0)
                        .sharedOutages();
        assertThat(second)
                .singleElement()
                .satisfies(outage -> {
                    assertThat(outage.from()).isEqualTo(slot(1_400));
                    assertThat(outage.to()).isEqualTo(slot(2_120));
                    assertThat(outage.members()).hasSize(5);
                });
    }

    /** What all miss at the same time must not look as if they failed together elsewhere. */
    @Test
    void aCommonHoleIsNoSharedCause() {
        SplitMix random = new SplitMix(12);
        List<NamedTrace> farm = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String own = Simulated.independent(720, 0.05, random);
            String down = i % 2 == 0 ? "0".repeat(60) : own.substring(500, 560);
            String row =
                    own.substring(0, 200)
                            + ".".repeat(100)
                            + own.substring(300, 500)
                            + down
                            + own.substring(560);
            farm.add(new NamedTrace("p" + i, Traces.of(row)));
        }
        FarmFigures figures = find(farm);
        assertThat(figures.sharedOutages()).hasSize(1);
        assertThat(figures.spanPValue()).isGreaterThan(0.01);
        assertThat(figures.sharedCauseInSpan()).isFalse();
    }

    @Test
    void emptyFarmsAndTracesAreNoTrouble() {
        assertThat(find(List.of()).sharedOutages()).isEmpty();
        FarmFigures figures =
                find(
                        List.of(
                                new NamedTrace("a", Trace.EMPTY),
                                new NamedTrace("b", Traces.of("1101"))));
        assertThat(figures.sharedOutages()).isEmpty();
        assertThat(figures.spanPValue()).isNull();
        assertThat(figures.printers().getFirst().errorRate()).isNull();
        assertThat(figures.printers().getLast().errorRate()).isEqualTo(0.25);
    }
}
