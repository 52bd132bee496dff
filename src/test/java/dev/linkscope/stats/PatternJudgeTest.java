package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class PatternJudgeTest {
    private static final Thresholds LIMITS = Thresholds.DEFAULT;

    private static Pattern judge(String row) {
        return PatternJudge.judge(Traces.rows(row), LIMITS);
    }

    @Test
    void withoutFailuresThereIsNone() {
        assertThat(judge("1".repeat(100)))
                .isEqualTo(new Pattern(PatternKind.NONE, null, null, null, null, null, null));
    }

    @Test
    void fewFailuresAreTooFew() {
        Pattern apart = judge("1".repeat(50) + "0110" + "1".repeat(50));
        assertThat(apart.kind()).isEqualTo(PatternKind.TOO_FEW);
        assertThat(apart.adjacent()).isFalse();
        assertThat(judge("1".repeat(50) + "0000" + "1".repeat(50)).adjacent()).isTrue();
        assertThat(judge("1".repeat(50) + "0.0" + "1".repeat(50)).adjacent()).isFalse();
        assertThat(judge("1".repeat(500) + "00000" + "1".repeat(500)).kind())
                .isEqualTo(PatternKind.BURSTS);
    }

    @Test
    void almostAllFailuresAreContinuous() {
        assertThat(judge("0".repeat(19) + "1").kind()).isEqualTo(PatternKind.CONTINUOUS);
        assertThat(judge("0".repeat(9) + "1").kind()).isNotEqualTo(PatternKind.CONTINUOUS);
    }

    @Test
    void oneLongOutageIsABurst() {
        Pattern pattern = judge("1".repeat(300) + "0".repeat(40) + "1".repeat(380));
        assertThat(pattern.kind()).isEqualTo(PatternKind.BURSTS);
        assertThat(pattern.pValue()).isEqualTo(1e-4).isEqualTo(pattern.pCluster());
        assertThat(pattern.periodSeconds()).isNull();
    }

    @Test
    void okSlotsThatClusterAreBurstsToo() {
        assertThat(judge("0".repeat(300) + "1".repeat(100) + "0".repeat(300)).kind())
                .isEqualTo(PatternKind.BURSTS);
    }

    @Test
    void aFaultEveryTwentyMinutesIsPeriodic() {
        Pattern pattern = judge(Simulated.periodic(1_080, 120, 4, 0, new SplitMix(1)));
        assertThat(pattern.kind()).isEqualTo(PatternKind.PERIODIC);
        assertThat(pattern.periodSeconds()).isEqualTo(1_200);
        assertThat(pattern.pValue()).isLessThan(0.001).isEqualTo(pattern.pPeriodic());
        assertThat(pattern.pCluster()).isLessThan(0.001);
    }

    @Test
    void measuringInShortPiecesIsNoRhythm() {
        SplitMix random = new SplitMix(4);
        int periodic = 0;
        for (int i = 0; i < 60; i++) {
            StringBuilder row = new StringBuilder();
            for (int piece = 0; piece < 30; piece++) {
                row.append(Simulated.independent(20, 0.10, random)).append(".".repeat(20));
            }
            periodic += judge(row.toString()).kind() == PatternKind.PERIODIC ? 1 : 0;
        }
        assertThat(periodic).isLessThanOrEqualTo(4);
    }

    @Test
    void moreAndMoreSingleFailuresAreWorsening() {
        SplitMix random = new SplitMix(2);
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < 1_500; i++) {
            row.append(random.nextDouble() < 0.06 * i / 1_500 ? '0' : '1');
        }
        Pattern worse = judge(row.toString());
        assertThat(worse.kind()).isEqualTo(PatternKind.WORSENING);
        assertThat(worse.trendZ()).isGreaterThan(2.576);
        assertThat(worse.pValue()).isLessThan(0.01).isNotEqualTo(worse.pCluster());
        Pattern better = judge(row.reverse().toString());
        assertThat(better.kind()).isEqualTo(PatternKind.IMPROVING);
        assertThat(better.trendZ()).isCloseTo(-worse.trendZ(), within(0.05));
    }

    @Test
    void trendNeedsEightEpisodesAndKeepsToItsSegment() {
        assertThat(Trend.laplace(Traces.rows("01".repeat(7)))).isNull();
        assertThat(Trend.laplace(Traces.rows("01".repeat(8)))).isCloseTo(-0.31, within(0.05));
        Segment slow = Traces.segment("10".repeat(50), Traces.START, Duration.ofSeconds(60));
        Segment fast = Traces.segment("10".repeat(50), slow.end(), Duration.ofSeconds(2));
        List<SlotRow> rows = SlotRow.of(new Trace(List.of(slow, fast)));
        assertThat(Trend.laplace(rows)).isCloseTo(0, within(0.2));
    }

    @Test
    void aNightlyRebootIsFoundAndOneBadNightIsNot() {
        Pattern nightly = PatternJudge.judge(fiveDays(5), LIMITS);
        assertThat(nightly.kind()).isEqualTo(PatternKind.PERIODIC);
        assertThat(nightly.periodSeconds()).isCloseTo(86_400, within(60.0));
        Pattern once = PatternJudge.judge(fiveDays(1), LIMITS);
        assertThat(once.kind()).isEqualTo(PatternKind.BURSTS);
    }

    /** A minute of failures at 03:01 UTC in the first nights, and a few single ones else. */
    private static List<SlotRow> fiveDays(int nights) {
        Duration cadence = Duration.ofSeconds(20);
        char[] row = "1".repeat(5 * 4_320).toCharArray();
        SplitMix random = new SplitMix(11);
        for (int night = 0; night < 5; night++) {
            row[random.nextInt(row.length)] = '0';
            for (int i = 0; night < nights && i < 6; i++) {
                row[night * 4_320 + 543 + i] = '0';
            }
        }
        Instant midnight = Instant.parse("2026-03-01T00:00:00Z");
        Segment segment = Traces.segment(new String(row), midnight, cadence);
        return SlotRow.of(new Trace(List.of(segment)));
    }

    @Tag("simulation")
    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.05, 0.20})
    void pValuesAreNotTooSmallWithoutAPattern(double loss) {
        assertCalibrated(random -> Simulated.independent(500, loss, random), loss);
    }

    @Tag("simulation")
    @Test
    void pValuesAreNotTooSmallWithBlindSpots() {
        assertCalibrated(
                random -> {
                    StringBuilder row = new StringBuilder(Simulated.independent(600, 0.05, random));
                    row.replace(100, 150, ".".repeat(50)).replace(300, 304, "....");
                    return row.toString();
                },
                0.05);
    }

    private static void assertCalibrated(Function<SplitMix, String> truth, double loss) {
        SplitMix random = new SplitMix((long) (loss * 1_000));
        int traces = 250;
        List<Double> cluster = new ArrayList<>();
        List<Double> periodic = new ArrayList<>();
        List<Double> runs = new ArrayList<>();
        for (int i = 0; i < traces; i++) {
            List<SlotRow> rows = Traces.rows(truth.apply(random));
            Pattern pattern = PatternJudge.judge(rows, LIMITS);
            add(cluster, pattern.pCluster());
            add(periodic, pattern.pPeriodic());
            add(runs, RunsFigures.of(rows).pValueLower());
        }
        for (double level : new double[] {0.01, 0.05, 0.20, 0.50}) {
            double allowed = level + 3.5 * Math.sqrt(level * (1 - level) / traces);
            assertThat(share(cluster, level)).as("cluster").isLessThanOrEqualTo(allowed);
            assertThat(share(runs, level)).as("runs").isLessThanOrEqualTo(allowed);
            if (level <= 0.05) {
                assertThat(share(periodic, level)).as("periodic").isLessThanOrEqualTo(allowed);
            }
        }
    }

    private static void add(List<Double> list, Double p) {
        if (p != null) {
            list.add(p);
        }
    }

    private static double share(List<Double> values, double level) {
        long below = values.stream().filter(p -> p <= level).count();
        return values.isEmpty() ? 0 : (double) below / values.size();
    }

    @Tag("simulation")
    @Test
    void burstsAreFound() {
        SplitMix random = new SplitMix(21);
        int found = 0;
        for (int i = 0; i < 100; i++) {
            PatternKind kind = judge(Simulated.gilbert(1_000, 0.03, 2.5, random)).kind();
            found += kind == PatternKind.BURSTS ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(92);
    }

    @Test
    void theSameTraceIsJudgedTheSameEverywhere() {
        String row = Simulated.gilbert(800, 0.08, 1.3, new SplitMix(6));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Object here = PaneJudge.judge(Traces.of(row), LIMITS);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertThat(PaneJudge.judge(Traces.of(row), LIMITS)).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void segmentsAreJudgedTogether() {
        Segment first = Traces.segment("1".repeat(200), Traces.START, Traces.CADENCE);
        Segment second =
                Traces.segment(
                        "1".repeat(90) + "0".repeat(8) + "1".repeat(90),
                        first.end(),
                        Duration.ofSeconds(2));
        List<SlotRow> rows = SlotRow.of(new Trace(List.of(first, second)));
        assertThat(PatternJudge.judge(rows, LIMITS).kind()).isEqualTo(PatternKind.BURSTS);
        assertThat(ErrorRunsLaw.lower(rows)).isLessThan(1e-8);
    }
}
