package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.coverage.Coverage;
import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.stats.math.SplitMix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallPartsTest {
    @Test
    void coverageAddsUpOverPanes() {
        Coverage coverage =
                CoverageOf.traces(List.of(Traces.of("110.P"), Trace.EMPTY, Traces.of("1PP")));
        assertThat(coverage.from()).isEqualTo(Traces.START);
        assertThat(coverage.to()).isEqualTo(Traces.START.plusSeconds(50));
        assertThat(coverage.slots()).isEqualTo(8);
        assertThat(coverage.measured()).isEqualTo(4);
        assertThat(coverage.notMeasured())
                .containsOnlyKeys(NotMeasured.values())
                .containsEntry(NotMeasured.PI_OFF, 3)
                .containsEntry(NotMeasured.NOT_ASKED, 1)
                .containsEntry(NotMeasured.AGENT_LOST, 0);
        assertThat(CoverageOf.traces(List.of()).from()).isNull();
    }

    /** The 15 p-values of Benjamini and Hochberg (1995), §3.3: four are believed at 0.05. */
    @Test
    void theExampleOfBenjaminiAndHochberg() {
        double[] pValues = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
            0.5719, 0.6528, 0.7590, 1.0000
        };
        boolean[] believed = BenjaminiHochberg.believed(pValues, 0.05);
        for (int i = 0; i < pValues.length; i++) {
            assertThat(believed[i]).isEqualTo(i < 4);
        }
        assertThat(BenjaminiHochberg.believed(new double[] {Double.NaN, 0.04}, 0.05))
                .containsExactly(false, true);
        assertThat(BenjaminiHochberg.believed(new double[0], 0.05)).isEmpty();
    }

    @Test
    void theBadgeChangesOnlyWhenTwoCheckpointsAgree() {
        LivePattern badge = new LivePattern();
        LivePane pane = new LivePane(Thresholds.DEFAULT);
        pane.beginSegment(Traces.CADENCE);
        feed(pane, 59);
        assertThat(badge.due(pane)).isFalse();
        feed(pane, 1);
        assertThat(badge.due(pane)).isTrue();
        badge.judged(pattern(PatternKind.BURSTS), pane);
        assertThat(badge.due(pane)).isFalse();
        assertThat(badge.shown()).isEmpty();
        feed(pane, 60);
        badge.judged(pattern(PatternKind.BURSTS), pane);
        assertThat(badge.shown()).map(Pattern::kind).contains(PatternKind.BURSTS);
        feed(pane, 240);
        badge.judged(pattern(PatternKind.SCATTERED), pane);
        assertThat(badge.shown()).map(Pattern::kind).contains(PatternKind.BURSTS);
        feed(pane, 360);
        badge.judged(pattern(PatternKind.SCATTERED), pane);
        assertThat(badge.shown()).map(Pattern::kind).contains(PatternKind.SCATTERED);
        feed(pane, 359);
        assertThat(badge.due(pane)).isFalse();
        feed(pane, 1);
        assertThat(badge.due(pane)).isTrue();
    }

    private static void feed(LivePane pane, int slots) {
        for (int i = 0; i < slots; i++) {
            pane.add(Traces.slot('1', Traces.START));
        }
    }

    private static Pattern pattern(PatternKind kind) {
        return new Pattern(kind, null, null, null, null, null, null);
    }

    @Test
    void outagesAnHourHaveAnExactInterval() {
        OutageRate rate = OutageRate.of(3, 7_200);
        assertThat(rate.perHour()).isEqualTo(1.5);
        assertThat(rate.low()).isCloseTo(0.619 / 2, within(1e-3));
        assertThat(rate.high()).isCloseTo(8.767 / 2, within(1e-3));
    }

    @Test
    void aFarmNamesOnlyPatternsThatHoldAmongAll() {
        SplitMix random = new SplitMix(12);
        List<Trace> traces = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            traces.add(Traces.of(Simulated.independent(400, 0.05, random)));
        }
        traces.add(Traces.of("1".repeat(200) + "0".repeat(20) + "1".repeat(200)));
        boolean[] notable = FarmPatterns.notable(traces, Thresholds.DEFAULT, 0.05);
        assertThat(notable[30]).isTrue();
        assertThat(Arrays.copyOf(notable, 30)).doesNotContain(true);
        assertThat(FarmPatterns.notable(List.of(), Thresholds.DEFAULT, 0.05)).isEmpty();
    }

    @Test
    void thresholdsMustMakeSense() {
        assertThat(Thresholds.DEFAULT.withGmin(4).gmin()).isEqualTo(4);
        assertThat(Thresholds.DEFAULT.withRates(0.05, 0.20)).isEqualTo(Thresholds.DEFAULT);
        assertThat(Thresholds.DEFAULT.withRates(0.01, 0.10).cleanAttempts()).isEqualTo(299);
        assertThatThrownBy(() -> Thresholds.DEFAULT.withRates(0.3, 0.2))
                .hasMessageContaining("must rise");
        assertThatThrownBy(() -> Thresholds.DEFAULT.withGmin(0)).hasMessageContaining("Gmin");
    }
}
