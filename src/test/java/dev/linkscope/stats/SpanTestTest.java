package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.history.SpanComparison.Result;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.i18n.Messages;
import dev.linkscope.stats.SpanJudgement.Reason;
import dev.linkscope.stats.math.PoissonRates;
import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SpanTestTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    private static SpanJudgement compare(String first, String second) {
        return SpanTest.compare(Traces.of(first), Traces.of(second), Thresholds.DEFAULT);
    }

    private static String random(double loss, int seed) {
        return Simulated.independent(2_000, loss, new SplitMix(seed));
    }

    /** 60 in 51,477.5 against 30 in 54,308.7: one tail 0.000428, both twice that. */
    @Test
    void publishedRates() {
        double share = 51_477.5 / (51_477.5 + 54_308.7);
        assertThat(PoissonRates.upperTail(90, 60, share)).isCloseTo(0.000428, within(5e-7));
        assertThat(PoissonRates.twoSided(60, 51_477.5, 30, 54_308.7))
                .isCloseTo(0.000856, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "6, 0, 0.03125", "0, 6, 0.03125", "5, 0, 0.0625", "3, 3, 1"})
    void smallCountsByHand(int first, int second, double pValue) {
        assertThat(PoissonRates.twoSided(first, 1, second, 1)).isCloseTo(pValue, within(1e-12));
    }

    @Test
    void manyEventsKeepTheirDigits() {
        assertThat(PoissonRates.twoSided(5_000, 7, 5_000, 7)).isEqualTo(1);
        assertThat(PoissonRates.twoSided(5_000, 7, 3_000, 7)).isBetween(1e-120, 1e-80);
    }

    @Test
    void fewerAndMore() {
        SpanJudgement fewer = compare(random(0.05, 1), random(0.01, 2));
        assertThat(fewer.result()).isEqualTo(Result.FEWER);
        assertThat(fewer.reason()).isEqualTo(Reason.DROP_OUTS);
        assertThat(fewer.gmin()).isEqualTo(1);
        assertThat(fewer.first()).isGreaterThan(fewer.second());
        assertThat(fewer.pValue()).isLessThan(0.001);
        assertThat(compare(random(0.01, 2), random(0.05, 1)).result()).isEqualTo(Result.MORE);
        assertThat(compare(random(0.05, 3), random(0.05, 4)).result())
                .isEqualTo(Result.NO_DIFFERENCE_SHOWN);
    }

    @Test
    void aStormIsOneDropOutAndNotMany() {
        String calm = "1".repeat(4_000);
        String storm = "1".repeat(2_000) + "01".repeat(200) + "1".repeat(1_600);
        SpanJudgement judged = compare(calm, storm);
        assertThat(judged.result()).isEqualTo(Result.TOO_LITTLE);
        assertThat(judged.reason()).isEqualTo(Reason.UNEVEN);
        assertThat(judged.pValue()).isNull();
    }

    @Test
    void whatIsMissingIsNamed() {
        String calm = "1".repeat(1_000);
        assertThat(compare("1".repeat(58), calm).reason()).isEqualTo(Reason.FIRST_UNMEASURED);
        assertThat(compare(calm, ".".repeat(900)).reason()).isEqualTo(Reason.SECOND_UNMEASURED);
        SpanJudgement few = compare(calm, "1".repeat(500) + "0" + "1".repeat(499));
        assertThat(few.reason()).isEqualTo(Reason.TOO_FEW);
        assertThat(few.second()).isEqualTo(1);
        assertThat(few.result()).isEqualTo(Result.TOO_LITTLE);
    }

    @Test
    void nothingFailedInEither() {
        SpanJudgement clean = compare("1".repeat(100), "1".repeat(100));
        assertThat(clean.result()).isEqualTo(Result.NO_DIFFERENCE_SHOWN);
        assertThat(clean.reason()).isEqualTo(Reason.CLEAN);
    }

    @Test
    void whereNothingGotThroughTheRatesDecide() {
        String down = "0".repeat(500);
        SpanJudgement mended = compare(down, random(0.05, 5));
        assertThat(mended.result()).isEqualTo(Result.FEWER);
        assertThat(mended.reason()).isEqualTo(Reason.ERROR_RATES);
        assertThat(compare(random(0.05, 5), down).result()).isEqualTo(Result.MORE);
        assertThat(compare(down, down).result()).isEqualTo(Result.NO_DIFFERENCE_SHOWN);
    }

    @Test
    void anotherPaceIsComparedByRates() {
        Trace quick = Traces.of(random(0.05, 6), Duration.ofSeconds(2));
        SpanJudgement judged =
                SpanTest.compare(Traces.of(random(0.05, 7)), quick, Thresholds.DEFAULT);
        assertThat(judged.reason()).isEqualTo(Reason.ERROR_RATES);
        assertThat(judged.result()).isEqualTo(Result.NO_DIFFERENCE_SHOWN);
    }

    /** The whole study is {@link SpanStudy}; these links came nearest to the bound in it. */
    @Tag("simulation")
    @Test
    void unchangedLinksAreRarelyCalledDifferent() {
        for (double loss : new double[] {0.02, 0.05, 0.24, 0.50}) {
            for (double burst : new double[] {1, 2, 10, 20}) {
                if (SpanWorld.possible(loss, burst)) {
                    assertThat(SpanWorld.of(100, 1_440, loss, burst, 1).different())
                            .as("loss %s, mean burst %s", loss, burst)
                            .isLessThanOrEqualTo(0.05);
                }
            }
        }
    }

    @Tag("simulation")
    @Test
    void halvedAndDoubledRatesAreFound() {
        for (double burst : new double[] {1, 5}) {
            var half = SpanWorld.of(30, 8_640, 0.05, burst, 0.5);
            var twice = SpanWorld.of(30, 8_640, 0.05, burst, 2);
            assertThat(half.share(Result.FEWER)).as("half, %s", burst).isGreaterThan(0.8);
            assertThat(twice.share(Result.MORE)).as("twice, %s", burst).isGreaterThan(0.8);
            assertThat(half.share(Result.MORE) + twice.share(Result.FEWER)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(PaneSubject.class)
    void everyResultHasItsSentences(PaneSubject subject) {
        String calm = "1".repeat(1_000);
        List<String[]> pairs =
                List.of(
                        new String[] {random(0.05, 1), random(0.01, 2)},
                        new String[] {random(0.01, 2), random(0.05, 1)},
                        new String[] {random(0.05, 3), random(0.05, 4)},
                        new String[] {calm, calm},
                        new String[] {"1", calm},
                        new String[] {calm, "."},
                        new String[] {calm, "0" + calm},
                        new String[] {calm, "01".repeat(200) + calm},
                        new String[] {"0".repeat(500), calm},
                        new String[] {calm, "0".repeat(500)},
                        new String[] {"0".repeat(500), "0".repeat(500)});
        for (String[] pair : pairs) {
            PaneFigures first = PaneJudge.judge(Traces.of(pair[0]), Thresholds.DEFAULT);
            PaneFigures second = PaneJudge.judge(Traces.of(pair[1]), Thresholds.DEFAULT);
            assertThat(SpanStatements.of(subject, compare(pair[0], pair[1]), first, second))
                    .isNotEmpty()
                    .allSatisfy(said ->
                            assertThat(ENGLISH.render(said))
                                    .doesNotContain("{", "certain", "null")
                                    .endsWith("."));
        }
    }

    @Test
    void fewerButLongerIsSaid() {
        String old = ("1".repeat(19) + "0").repeat(300);
        String now = ("1".repeat(270) + "0".repeat(30)).repeat(20);
        SpanJudgement judged = compare(old, now);
        assertThat(judged.result()).isEqualTo(Result.FEWER);
        PaneFigures first = PaneJudge.judge(Traces.of(old), Thresholds.DEFAULT);
        PaneFigures second = PaneJudge.judge(Traces.of(now), Thresholds.DEFAULT);
        assertThat(SpanStatements.of(PaneSubject.SERVER, judged, first, second).get(1).key())
                .isEqualTo("compare.but.longer");
    }
}
