package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RateCurveTest {
    private static List<RatePoint> curve(String row, int seconds, int points) {
        return RateCurve.of(Traces.of(row), Duration.ofSeconds(seconds), points);
    }

    @Test
    void eachPointIsTheShareInTheWindowThatEndsThere() {
        assertThat(curve("1001.11", 30, 100).stream().map(RatePoint::rate))
                .containsExactly(0.0, 0.5, 2 / 3.0, 2 / 3.0, 0.5, 0.0, 0.0);
        assertThat(curve("10", 10, 100).getLast().at()).isEqualTo(Traces.START.plusSeconds(20));
    }

    @Test
    void intervalsAreThoseOfTheWindow() {
        RatePoint last = curve("0000" + "1101100111", 100, 100).getLast();
        LivePane alone = PaneJudge.plain(Traces.of("1101100111"), Thresholds.DEFAULT);
        assertThat(last.low()).isCloseTo(alone.errorRateCi95().low(), within(1e-12));
        assertThat(last.high()).isCloseTo(alone.errorRateCi95().high(), within(1e-12));
    }

    @Test
    void whereNothingWasMeasuredThereIsNoRate() {
        List<RatePoint> points = curve("11....01", 20, 100);
        assertThat(points.stream().map(RatePoint::rate))
                .containsExactly(0.0, 0.0, 0.0, Double.NaN, Double.NaN, Double.NaN, 1.0, 0.5);
        assertThat(points.get(4).low()).isNaN();
    }

    @Test
    void timeWithoutSlotsBreaksTheCurve() {
        Segment first = Traces.segment("11", Traces.START, Traces.CADENCE);
        Instant later = Traces.START.plusSeconds(3_600);
        Segment second = Traces.segment("01", later, Traces.CADENCE);
        List<RatePoint> points =
                RateCurve.of(new Trace(List.of(first, second)), Duration.ofSeconds(60), 100);
        assertThat(points.stream().map(RatePoint::rate))
                .containsExactly(0.0, 0.0, Double.NaN, 1.0, 0.5);
        assertThat(points.get(2).at()).isEqualTo(Traces.START.plusSeconds(80));
    }

    @Property(tries = 100)
    void noPeakIsLost(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 4, max = 300) int most) {
        String row = Simulated.gilbert(2_000, 0.02, 3, new SplitMix(seed));
        List<RatePoint> all = curve(row, 300, 10_000);
        List<RatePoint> thin = curve(row, 300, most);
        assertThat(thin.size()).isLessThanOrEqualTo(most);
        assertThat(all).containsAll(thin);
        assertThat(max(thin)).isEqualTo(max(all));
        assertThat(thin.getLast()).isEqualTo(all.getLast());
        assertThat(thin).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }

    private static double max(List<RatePoint> points) {
        return points.stream().mapToDouble(RatePoint::rate).max().orElse(-1);
    }

    @Test
    void oneFailedSlotSurvivesOnEightPixels() {
        String row = "1".repeat(5_000) + "0" + "1".repeat(5_000);
        assertThat(max(curve(row, 10, 8))).isEqualTo(1);
    }

    @Test
    void blindSpotsSurviveThinning() {
        String row = "1".repeat(500) + ".".repeat(40) + "1".repeat(500);
        assertThat(curve(row, 60, 40)).anySatisfy(point -> assertThat(point.rate()).isNaN());
    }

    @Test
    void sillyRequestsAreRefused() {
        assertThat(RateCurve.of(Trace.EMPTY, Duration.ofMinutes(1), 10)).isEmpty();
        assertThatThrownBy(() -> curve("1", 10, 3)).hasMessageContaining("4 points");
        assertThatThrownBy(() -> curve("1", 0, 9)).hasMessageContaining("window");
    }
}
