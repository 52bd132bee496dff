package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.coverage.Coverage;
import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.stats.math.SplitMix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
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
        LivePattern badge = new LivePattern(Thresholds.DEFAULT);
        String bursts = ("1".repeat(40) + "0".repeat(8)).repeat(5);
        assertThat(shown(badge, bursts.substring(0, 144))).isEqualTo(PatternKind.BURSTS);
        String scattered = scattered(360);
        assertThat(PaneJudge.pattern(Traces.of(scattered), Thresholds.DEFAULT).kind())
                .isEqualTo(PatternKind.SCATTERED);
        assertThat(shown(badge, scattered)).isEqualTo(PatternKind.BURSTS);
        assertThat(shown(badge, scattered(719))).isEqualTo(PatternKind.BURSTS);
        assertThat(shown(badge, scattered(720))).isEqualTo(PatternKind.SCATTERED);
    }

    @Test
    void theBadgeOfATraceTooSmallForATestIsJudgedAtOnce() {
        LivePattern badge = new LivePattern(Thresholds.DEFAULT);
        assertThat(shown(badge, "1".repeat(30))).isEqualTo(PatternKind.NONE);
        assertThat(shown(badge, "1".repeat(30) + "0")).isEqualTo(PatternKind.TOO_FEW);
        assertThat(shown(badge, "0".repeat(30))).isEqualTo(PatternKind.CONTINUOUS);
    }

    private static PatternKind shown(LivePattern badge, String states) {
        int errors = (int) states.chars().filter(state -> state == '0').count();
        return badge.of(Traces.of(states), states.length(), errors).kind();
    }

    /** Independent failures, one in ten; of this seed no test makes more. */
    private static String scattered(int slots) {
        Random random = new Random(3);
        return random.ints(slots, 0, 10)
                .mapToObj(die -> die == 0 ? "0" : "1")
                .collect(Collectors.joining());
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
