package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.loss.PaneFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LivePaneTest {
    private static final Thresholds FEW_PERMUTATIONS =
            new Thresholds(
                    0.05, 0.20, 0.95, 8, 59, Duration.ofMinutes(5), 16, 0.10, 0.01, 4, 1.5, 99);

    @Provide
    Arbitrary<String> row() {
        return Arbitraries.strings()
                .withChars('1', '1', '1', '1', '0', '0', '.', 'P')
                .ofMinLength(1)
                .ofMaxLength(150);
    }

    private static Trace trace(List<String> rows) {
        List<Segment> segments = new ArrayList<>();
        Instant start = Traces.START;
        for (String row : rows) {
            Duration cadence = Duration.ofSeconds(segments.size() % 2 == 0 ? 10 : 3);
            segments.add(Traces.segment(row, start, cadence));
            start = segments.getLast().end();
        }
        return new Trace(segments);
    }

    @Property(tries = 200)
    void slotBySlotEqualsTheWhole(@ForAll("row") String first, @ForAll("row") String second) {
        Trace trace = trace(List.of(first, second));
        LivePane pane = new LivePane(FEW_PERMUTATIONS);
        for (Segment segment : trace.segments()) {
            pane.beginSegment(segment.cadence());
            for (Slot slot : segment.slots()) {
                if (slot.measured()) {
                    pane.add(slot);
                } else {
                    NotMeasured reason = slot.reason();
                    pane.addMissing(1, reason == null ? NotMeasured.NOT_ASKED : reason);
                }
            }
        }
        PaneFigures whole = PaneJudge.judge(trace, FEW_PERMUTATIONS);
        assertThat(pane.state()).isEqualTo(whole.state());
        assertThat(pane.attempts()).isEqualTo(whole.attempts());
        assertThat(pane.errors()).isEqualTo(whole.errors());
        assertThat(pane.errorRate()).isEqualTo(whole.errorRate());
        assertThat(pane.errorRateCi95()).isEqualTo(whole.errorRateCi95());
        assertThat(pane.timeDown()).isEqualTo(whole.timeDown());
        assertThat(pane.firstError()).isEqualTo(whole.firstError());
        assertThat(pane.lastError()).isEqualTo(whole.lastError());
        assertThat(pane.episodes()).isEqualTo(whole.episodes().size());
        assertThat(pane.longestOutageSeconds()).isCloseTo(longest(whole), within(1e-9));
    }

    private static double longest(PaneFigures figures) {
        return figures.outages().stream()
                .map((Outage outage) -> Duration.between(outage.start(), outage.end()))
                .mapToDouble(length -> length.toMillis() * 1e-3)
                .max()
                .orElse(0);
    }

    @Property(tries = 200)
    void aPrefixCarriedOnEqualsTheWhole(
            @ForAll("row") String row, @ForAll @IntRange(max = 149) int cut) {
        List<Slot> slots = Traces.of(row).slots().toList();
        int at = Math.min(cut, slots.size() - 1);
        Trace prefix =
                at == 0
                        ? Trace.EMPTY
                        : new Trace(List.of(new Segment(Traces.CADENCE, slots.subList(0, at))));
        LivePane carried = PaneJudge.plain(prefix, FEW_PERMUTATIONS);
        if (at == 0) {
            carried.beginSegment(Traces.CADENCE);
        }
        slots.subList(at, slots.size()).forEach(carried::add);
        LivePane whole = PaneJudge.plain(Traces.of(row), FEW_PERMUTATIONS);
        assertThat(carried.pairs()).isEqualTo(whole.pairs());
        assertThat(carried.errorRateCi95()).isEqualTo(whole.errorRateCi95());
        assertThat(carried.state()).isEqualTo(whole.state());
        assertThat(carried.secondsSinceError()).isEqualTo(whole.secondsSinceError());
    }

    @Property(tries = 200)
    void aBlindSpotChangesNeitherErrorsNorAttempts(
            @ForAll("row") String row, @ForAll @IntRange(max = 150) int place) {
        int at = Math.min(place, row.length());
        PaneFigures before = PaneJudge.judge(Traces.of(row), FEW_PERMUTATIONS);
        PaneFigures after =
                PaneJudge.judge(
                        Traces.of(row.substring(0, at) + "." + row.substring(at)),
                        FEW_PERMUTATIONS);
        assertThat(after.attempts()).isEqualTo(before.attempts());
        assertThat(after.errors()).isEqualTo(before.errors());
        assertThat(after.errorRate()).isEqualTo(before.errorRate());
        assertThat(after.timeDown()).isEqualTo(before.timeDown());
        assertThat(after.rfc3611().burstSeconds() + after.rfc3611().gapSeconds())
                .isCloseTo(10.0 * before.attempts(), within(1e-6));
    }

    @Test
    void manyMissingSlotsAtOnceCostNothing() {
        LivePane pane = new LivePane(Thresholds.DEFAULT);
        pane.beginSegment(Traces.CADENCE);
        pane.add(Traces.slot('0', Traces.START));
        pane.addMissing(1_000_000, NotMeasured.PI_OFF);
        pane.addMissing(0, NotMeasured.PI_OFF);
        assertThat(pane.attempts()).isEqualTo(1);
        assertThat(pane.failingNow()).isTrue();
        assertThat(pane.lostShare()).isCloseTo(1, within(1e-5));
        assertThat(pane.measuredSeconds()).isEqualTo(10);
    }
}
