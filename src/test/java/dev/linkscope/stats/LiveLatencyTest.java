package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Quantiles;
import dev.linkscope.i18n.Messages;
import dev.linkscope.stats.math.SplitMix;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LiveLatencyTest {
    private static Trace trace(List<Integer> micros) {
        List<Slot> slots = new ArrayList<>();
        for (int value : micros) {
            slots.add(Slot.ok(Traces.START.plus(Traces.CADENCE.multipliedBy(slots.size())), value));
        }
        return new Trace(List.of(new Segment(Traces.CADENCE, slots)));
    }

    private static LiveLatency live(List<Integer> micros) {
        LiveLatency live = new LiveLatency();
        trace(micros).slots().forEach(live::add);
        return live;
    }

    @Property(tries = 200)
    void quantilesAreWithinOnePercentOfAnOrderStatistic(
            @ForAll @Size(min = 1, max = 300) List<@IntRange(max = 5_000_000) Integer> micros) {
        Quantiles live = live(micros).quantiles();
        List<Integer> sorted = micros.stream().sorted().toList();
        int median = sorted.get((int) Math.ceil(0.50 * sorted.size()) - 1);
        int high = sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1);
        assertThat(live.p50()).isCloseTo(median / 1e3, within(1e-3 + median * 1e-5));
        assertThat(live.p99()).isCloseTo(high / 1e3, within(1e-3 + high * 1e-5));
    }

    @Property(tries = 100)
    void theOrderOfAnswersLeavesNoTrace(
            @ForAll @Size(min = 1, max = 300) List<@IntRange(max = 5_000_000) Integer> micros,
            @ForAll @LongRange long seed) {
        List<Integer> shuffled = new ArrayList<>(micros);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(live(shuffled).quantiles()).isEqualTo(live(micros).quantiles());
    }

    @Test
    void aLongTraceHasTheQuantilesOfTheExactOne() {
        List<Integer> micros = LatencyStudy.answers(8_640, 40_000, 0.5, 0, new SplitMix(1));
        Quantiles exact = LatencyQuantiles.of(trace(micros));
        Quantiles digest = live(micros).quantiles();
        assertThat(digest.p5()).isCloseTo(exact.p5(), within(0.01 * exact.p5()));
        assertThat(digest.p50()).isCloseTo(exact.p50(), within(0.01 * exact.p50()));
        assertThat(digest.p95()).isCloseTo(exact.p95(), within(0.01 * exact.p95()));
        assertThat(digest.p99()).isCloseTo(exact.p99(), within(0.02 * exact.p99()));
    }

    @Test
    void onlyAnswersCount() {
        LiveLatency live = new LiveLatency();
        live.add(Slot.failed(Traces.START, null));
        live.add(Slot.notMeasured(Traces.START, NotMeasured.PI_OFF));
        live.add(Slot.ok(Traces.START, -1));
        assertThat(live.quantiles()).isNull();
        live.add(Slot.ok(Traces.START, Integer.MAX_VALUE));
        assertThat(live.quantiles().p50()).isCloseTo(120_000, within(1_200.0));
    }

    @Test
    void answersThatBecomeSlowerAndStaySoAreFound() {
        SplitMix random = new SplitMix(5);
        List<Integer> micros = LatencyStudy.answers(600, 40_000, 0.4, 0, random);
        micros.addAll(LatencyStudy.answers(600, 90_000, 0.4, 0, random));
        List<LatencyChange> found = LiveLatency.changes(trace(micros));
        assertThat(found).hasSize(1);
        LatencyChange change = found.getFirst();
        assertThat(change.slower()).isTrue();
        assertThat(change.from()).isEqualTo(Traces.START.plusSeconds(6_000));
        assertThat(change.beforeMillis()).isCloseTo(40, within(4.0));
        assertThat(change.afterMillis()).isCloseTo(90, within(12.0));
        assertThat(change.pValue()).isLessThan(1e-6);
        assertThat(
                        Messages.in(Locale.ENGLISH, ZoneOffset.UTC)
                                .render(
                                        LatencyStatements.of(PaneSubject.SERVER, trace(micros))
                                                .orElseThrow()))
                .startsWith("The server has answered more slowly since about ")
                .contains("; before, 4");
    }

    /** Rows as short as these must not take their own ends for a correlation. */
    @Test
    void steadyAnswersThatDoubleAreAlwaysFound() {
        SplitMix random = new SplitMix(8);
        for (int i = 0; i < 100; i++) {
            List<Integer> micros = LatencyStudy.answers(360, 40_000, 0.2, 0, random);
            micros.addAll(LatencyStudy.answers(360, 80_000, 0.2, 0, random));
            assertThat(LiveLatency.changes(trace(micros))).hasSize(1);
        }
    }

    @Test
    void tenBadMinutesAreNoLastingChange() {
        SplitMix random = new SplitMix(6);
        List<Integer> micros = LatencyStudy.answers(600, 40_000, 0.4, 0, random);
        micros.addAll(LatencyStudy.answers(60, 200_000, 0.4, 0, random));
        micros.addAll(LatencyStudy.answers(600, 40_000, 0.4, 0, random));
        assertThat(LiveLatency.changes(trace(micros))).isEmpty();
        assertThat(LatencyStatements.of(PaneSubject.WEBCAM, trace(micros))).isEmpty();
    }

    @Test
    void aFewMillisecondsMatterToNobody() {
        SplitMix random = new SplitMix(7);
        List<Integer> micros = LatencyStudy.answers(2_000, 40_000, 0.05, 0, random);
        micros.addAll(LatencyStudy.answers(2_000, 44_000, 0.05, 0, random));
        assertThat(LiveLatency.changes(trace(micros))).isEmpty();
    }

    /** Values of Smirnov's table: D at 5 % and 1 % for large samples is 1.358 and 1.628 over √n. */
    @Test
    void kolmogorovSmirnovIsTheTabulatedOne() {
        assertThat(KolmogorovSmirnov.pValue(1.358 / 1e3, 1e6)).isCloseTo(0.05, within(1e-3));
        assertThat(KolmogorovSmirnov.pValue(1.628 / 1e3, 1e6)).isCloseTo(0.01, within(2e-4));
        assertThat(KolmogorovSmirnov.pValue(0, 30)).isEqualTo(1);
        assertThat(KolmogorovSmirnov.pValue(1, 300)).isLessThan(1e-12);
    }
}
