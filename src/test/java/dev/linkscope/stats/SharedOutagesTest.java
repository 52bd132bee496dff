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
