package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Activity;
import dev.linkscope.domain.loss.Episode;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.loss.Quantiles;
import dev.linkscope.domain.loss.Rfc3611;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.SlotState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaneJudgeTest {
    private static PaneFigures judge(String row) {
        return PaneJudge.judge(Traces.of(row), Thresholds.DEFAULT);
    }

    private static Instant slot(int index) {
        return Traces.START.plus(Traces.CADENCE.multipliedBy(index));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 7, NO_DATA",
        "7, 0, NO_DATA",
        "8, 0, NO_CONNECTION",
        "0, 8, CLEAN_SO_FAR",
        "0, 58, CLEAN_SO_FAR",
        "0, 59, HEALTHY",
        "1, 19, WATCH",
        "1, 20, CLEAN_SO_FAR",
        "4, 77, HEALTHY",
        "20, 80, WATCH",
        "21, 79, TAKE_ACTION",
        "99, 1, TAKE_ACTION"
    })
    void stateFollowsTheBands(int failed, int ok, PaneState state) {
        StringBuilder row = new StringBuilder("1".repeat(ok));
        for (int i = 0; i < failed; i++) {
            row.insert(Math.min(row.length(), i * 4), '0');
        }
        assertThat(judge(row.toString()).state()).isEqualTo(state);
    }

    @Test
    void anOutageOfFiveMinutesIsWatchedWhateverTheRate() {
        String quiet = "1".repeat(2_000);
        assertThat(judge(quiet + "0".repeat(29) + quiet).state()).isEqualTo(PaneState.HEALTHY);
        assertThat(judge(quiet + "0".repeat(30) + quiet).state()).isEqualTo(PaneState.WATCH);
        String holes = "0" + "10".repeat(15);
        assertThat(judge(quiet + holes + quiet).state()).isEqualTo(PaneState.WATCH);
    }

    @Test
    void aPiThatDropsOutIsNeverHealthy() {
        assertThat(judge("1".repeat(90) + "P".repeat(10)).state()).isEqualTo(PaneState.HEALTHY);
        assertThat(judge("1".repeat(89) + "P".repeat(11)).state()).isEqualTo(PaneState.WATCH);
        assertThat(judge("1".repeat(89) + ".".repeat(11)).state()).isEqualTo(PaneState.HEALTHY);
    }

    @Test
    void nothingMeasuredGivesNoFigures() {
        PaneFigures figures = PaneJudge.judge(Trace.EMPTY, Thresholds.DEFAULT);
        assertThat(figures.state()).isEqualTo(PaneState.NO_DATA);
        assertThat(figures.errorRate()).isNull();
        assertThat(figures.errorRateCi95()).isNull();
        assertThat(figures.timeDown()).isNull();
        assertThat(figures.pattern().kind()).isEqualTo(PatternKind.NONE);
        assertThat(figures.activity()).isEqualTo(Activity.UNKNOWN);
        assertThat(figures.latencyMs()).isNull();
        assertThat(judge("...").rfc3611())
                .isEqualTo(new Rfc3611(16, 0, null, null, 0, 0, null, null));
    }

    @Test
    void episodesAreRunsThatABlindSpotEnds() {
        assertThat(judge("100110.01").episodes())
                .containsExactly(
                        new Episode(slot(1), slot(3), 2),
                        new Episode(slot(5), slot(6), 1),
                        new Episode(slot(7), slot(8), 1));
    }

    @Test
    void outagesHoldAtMostOneSlotWithoutAFailureInARow() {
        assertThat(judge("11010110110.0111").outages())
                .containsExactly(
                        new Outage(slot(2), slot(5), 2, Phase.CONNECT),
                        new Outage(slot(10), slot(13), 2, Phase.CONNECT));
        assertThat(judge("0110..01.011").outages()).isEmpty();
    }

    @Test
    void timesAreThoseOfTheAttempts() {
        Instant late = slot(1).plusMillis(300);
        Slot failed = new Slot(slot(1), late, SlotState.FAILED, Phase.DNS, "dns_timeout", null, -1);
        Segment segment =
                new Segment(
                        Traces.CADENCE, List.of(Slot.ok(slot(0), 5), failed, Slot.ok(slot(2), 5)));
        PaneFigures figures = PaneJudge.judge(new Trace(List.of(segment)), Thresholds.DEFAULT);
        assertThat(figures.firstError()).isEqualTo(late);
        assertThat(figures.lastError()).isEqualTo(late);
        assertThat(figures.episodes()).containsExactly(new Episode(late, slot(2), 1));
        assertThat(figures.failuresByPhase()).isEqualTo(Map.of(Phase.DNS, 1));
    }

    @Test
    void aChangeOfCadenceWeighsTimeAndBreaksAdjacency() {
        Segment fast = Traces.segment("1110", Traces.START, Duration.ofSeconds(2));
        Segment slow = Traces.segment("0111", fast.end(), Duration.ofSeconds(30));
        PaneFigures figures = PaneJudge.judge(new Trace(List.of(fast, slow)), Thresholds.DEFAULT);
        assertThat(figures.errorRate()).isEqualTo(0.25);
        assertThat(figures.timeDown()).isEqualTo(32.0 / 128);
        assertThat(figures.episodes()).hasSize(2);
        assertThat(figures.outages()).isEmpty();
        assertThat(figures.rfc6534().ratio()).isEqualTo(1.0 / 6);
        assertThat(figures.runs().total()).isEqualTo(4);
        assertThat(figures.rfc3611().gapSeconds()).isCloseTo(128, within(1e-9));
    }

    @Test
    void latencyQuantilesAreThoseOfOkSlots() {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            slots.add(Slot.ok(slot(i), i * 1_000));
        }
        slots.add(Slot.ok(slot(101), -1));
        slots.add(Slot.failed(slot(102), null));
        PaneFigures figures =
                PaneJudge.judge(
                        new Trace(List.of(new Segment(Traces.CADENCE, slots))), Thresholds.DEFAULT);
        assertThat(figures.latencyMs()).isEqualTo(new Quantiles(5, 50, 95, 99));
        assertThat(figures.failuresByPhase()).isEmpty();
    }

    @Test
    void runsOfOneKindHaveNoZ() {
        assertThat(judge("1111").runs().z()).isNull();
        assertThat(judge("1111").runs().pValueLower()).isNull();
        assertThat(judge("0000").runs().z()).isNull();
        assertThat(judge("0000").runs().pValueLower()).isCloseTo(1, within(1e-12));
        assertThat(judge("0001111111").runs().pValueLower()).isCloseTo(8.0 / 120, within(1e-12));
    }

    @Test
    void aBurstIsDescribedWithItsMeans() {
        Rfc3611 figures =
                judge("1".repeat(20) + "0110" + "1".repeat(20) + "0" + "1".repeat(20)).rfc3611();
        assertThat(figures.burstCount()).isEqualTo(1);
        assertThat(figures.burstMeanSeconds()).isEqualTo(40);
        assertThat(figures.gapMeanSeconds()).isEqualTo(305);
        assertThat(figures.gapDensity()).isEqualTo(1.0 / 61);
    }
}
