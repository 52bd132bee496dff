package dev.linkscope.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.FactReading;
import dev.linkscope.domain.history.PaneTimeline;
import dev.linkscope.domain.history.SmokeColumn;
import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.ui.FakePane;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.control.TimelineMarks;
import dev.linkscope.ui.control.TimelineMarks.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneFiguresTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static FactReading signal(int minutesAgo, Fact fact) {
        return new FactReading(NOW.minusSeconds(60L * minutesAgo), fact);
    }

    private static Fact dbm(String value) {
        return Fact.known("wifi.signal", value, "dBm");
    }

    @Test
    void aReadingHoldsUntilTheNextAndWhatIsNotKnownIsAGap() {
        var steps =
                ValueSteps.of(
                        List.of(
                                signal(30, dbm("-60")),
                                signal(20, Fact.notChecked("wifi.signal", "no radio")),
                                signal(10, dbm("-81")),
                                signal(5, dbm("nonsense"))),
                        NOW);
        assertThat(ValueSteps.at(steps, NOW.minusSeconds(1800))).hasValue(-60);
        assertThat(ValueSteps.at(steps, NOW.minusSeconds(1201))).hasValue(-60);
        assertThat(ValueSteps.at(steps, NOW.minusSeconds(1199))).isEmpty();
        assertThat(ValueSteps.at(steps, NOW.minusSeconds(301))).hasValue(-81);
        assertThat(ValueSteps.at(steps, NOW.minusSeconds(299))).isEmpty();
        assertThat(ValueSteps.at(steps, NOW.minusSeconds(1801))).isEmpty();
    }

    @Test
    void truthsAreOneAndZero() {
        var steps =
                ValueSteps.of(
                        List.of(
                                signal(10, Fact.known("power.throttled.now", "true", null)),
                                signal(5, Fact.known("power.throttled.now", "false", null))),
                        NOW);
        assertThat(ValueSteps.at(steps, NOW.minusSeconds(400))).hasValue(1);
        assertThat(ValueSteps.at(steps, NOW.minusSeconds(10))).hasValue(0);
    }

    @Test
    void smokeHasPercentilesOfOkSlotsAloneAndGapsStayGaps() {
        var slots = new ArrayList<Slot>();
        for (int i = 0; i < 18; i++) {
            Instant at = NOW.plusSeconds(10L * i);
            slots.add(
                    i >= 6 && i < 12
                            ? Slot.notMeasured(at, NotMeasured.PI_OFF)
                            : i == 3 ? Slot.failed(at, null) : Slot.ok(at, 1000 * (i + 1)));
        }
        var trace = new Trace(List.of(new Segment(Duration.ofSeconds(10), slots)));
        List<SmokeColumn> columns = LivePane.smoke(trace, 60);
        assertThat(columns).hasSize(2);
        SmokeColumn first = columns.getFirst();
        assertThat(first.measured()).isEqualTo(6);
        assertThat(first.failed()).isEqualTo(1);
        assertThat(first.smoke()).isNotNull();
        assertThat(first.smoke().p50()).isEqualTo(3);
        assertThat(first.smoke().p95()).isEqualTo(6);
        assertThat(columns.getLast().from()).isEqualTo(NOW.plusSeconds(120));
    }

    @Test
    void theLivePaneIsMadeAgainOnlyForNews() {
        var pane = new FakePane(1, 720).bursts(25, 7).snapshot("a", NOW);
        var live = new LivePane();
        Span twoHours = new Span(NOW.minusSeconds(7200), NOW);
        PaneTimeline made = live.of(pane, twoHours);
        assertThat(made.outages()).isNotEmpty();
        assertThat(live.of(pane, new Span(NOW.minusSeconds(7100), NOW))).isSameAs(made);
        PaneTimeline near = live.of(pane, new Span(NOW.minusSeconds(900), NOW));
        assertThat(near.smoke().size()).isGreaterThan(made.smoke().size());
    }

    @Test
    void whatIsLeftOfSumsIsMarkedByItsShare() {
        Span span = new Span(NOW.minusSeconds(400), NOW);
        var columns =
                List.of(
                        new SmokeColumn(span.from(), NOW.minusSeconds(300), 10, 5, null),
                        new SmokeColumn(NOW.minusSeconds(200), NOW.minusSeconds(100), 10, 0, null));
        TimelineMarks marks =
                TimelineMarks.of(
                        new PaneTimeline(span, Trace.EMPTY, List.of(), List.of(), columns, true));
        assertThat(marks.errors()).containsExactly(new Stretch(0, 0.125));
        assertThat(marks.blind()).containsExactly(new Stretch(0.25, 0.5), new Stretch(0.75, 1));
    }

    @Test
    void nobodyReadWhatLiesBetweenSlots() {
        var pane = new FakePane(1, 100).blind(10, 20, NotMeasured.AGENT_LOST).snapshot("a", NOW);
        PaneTimeline made = new LivePane().of(pane, new Span(NOW.minusSeconds(1000), NOW));
        assertThat(BlindSpans.of(made))
                .containsExactly(new Span(NOW.minusSeconds(900), NOW.minusSeconds(800)));
    }

    @Test
    void aMomentIsReadAndATrendIsNamedOnlyWhereItIsOne() {
        var pane = new FakePane(1, 720).outage(600, 700).snapshot("a", NOW);
        Span span = new Span(NOW.minusSeconds(7200), NOW);
        PaneTimeline made = new LivePane().of(pane, span);
        var moment = new PaneMoment(FakeServices.WORDING);
        assertThat(moment.of(made, NOW.minusSeconds(500))).startsWith("failed · error rate 100.0%");
        assertThat(moment.of(made, NOW.minusSeconds(100))).startsWith("ok, ").contains(" ms · ");
        assertThat(moment.of(made, NOW.minusSeconds(9000))).startsWith("not measured");
        var words = new LaneWords(FakeServices.WORDING);
        assertThat(words.rate("Server", made, span)).contains("higher than at the beginning");
        Span before = new Span(NOW.minusSeconds(7000), NOW.minusSeconds(3000));
        assertThat(words.rate("Server", made, before)).contains("no clear change", "No outage");
        var nothing = LivePane.empty(span);
        assertThat(words.rate("Server", nothing, span)).contains("nothing was measured");
    }

    @Test
    void theCurveHasNoRateWhereNothingWasMeasured() {
        var point = new RatePoint(NOW.minusSeconds(60), Double.NaN, Double.NaN, Double.NaN);
        var pane =
                new PaneTimeline(
                        new Span(NOW.minusSeconds(600), NOW),
                        Trace.EMPTY,
                        List.of(point),
                        List.of(),
                        List.of(),
                        false);
        assertThat(new PaneMoment(FakeServices.WORDING).of(pane, NOW)).isEqualTo("not measured");
    }
}
