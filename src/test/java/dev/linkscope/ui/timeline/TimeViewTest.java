package dev.linkscope.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fix.Span;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeViewTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final TimeView view = new TimeView(last(DAY), Duration.ofHours(2));

    private static Span last(Duration length) {
        return new Span(NOW.minus(length), NOW);
    }

    private static Span ago(int fromMinutes, int toMinutes) {
        return new Span(NOW.minusSeconds(60L * fromMinutes), NOW.minusSeconds(60L * toMinutes));
    }

    private Span shown() {
        return view.shownProperty().get();
    }

    private boolean following() {
        return view.followingProperty().get();
    }

    @Test
    void followsTheTimeUntilItIsMoved() {
        assertThat(shown()).isEqualTo(last(Duration.ofHours(2)));
        view.grow(new Span(NOW.minus(DAY), NOW.plusSeconds(10)));
        assertThat(shown().to()).isEqualTo(NOW.plusSeconds(10));
        view.pan(-0.5);
        assertThat(following()).isFalse();
        Span kept = shown();
        view.grow(new Span(NOW.minus(DAY), NOW.plusSeconds(60)));
        assertThat(shown()).isEqualTo(kept);
        view.showNow();
        assertThat(following()).isTrue();
        assertThat(shown().to()).isEqualTo(NOW.plusSeconds(60));
        assertThat(shown().length()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void nothingInViewEndsAfterNowOrBeginsBeforeAllThereIs() {
        view.show(new Span(NOW.minusSeconds(600), NOW.plusSeconds(600)));
        assertThat(shown()).isEqualTo(ago(20, 0));
        assertThat(following()).isTrue();
        view.pan(-1000);
        assertThat(shown().from()).isEqualTo(NOW.minus(DAY));
        assertThat(shown().length()).isEqualTo(Duration.ofMinutes(20));
        view.pan(1000);
        assertThat(shown().to()).isEqualTo(NOW);
    }

    @Test
    void zoomingOutStopsAtAllThereIs() {
        for (int i = 0; i < 10; i++) {
            view.zoom(2);
        }
        assertThat(shown()).isEqualTo(last(DAY));
        assertThat(following()).isTrue();
    }

    @Test
    void zoomingInStopsAtAMinuteAndKeepsTheMomentUnderThePointer() {
        view.zoom(0.5, NOW.minusSeconds(5400));
        assertThat(shown()).isEqualTo(ago(105, 45));
        for (int i = 0; i < 20; i++) {
            view.zoom(0.5, NOW.minusSeconds(5400));
        }
        assertThat(shown().length()).isEqualTo(TimeView.SHORTEST);
        assertThat(shown().from()).isBefore(NOW.minusSeconds(5400));
        assertThat(shown().to()).isAfter(NOW.minusSeconds(5400));
    }

    @Test
    void whatIsAskedForGrowsWithWhatThereIs() {
        var fresh = new TimeView(last(Duration.ofSeconds(5)), Duration.ofHours(2));
        assertThat(fresh.shownProperty().get()).isEqualTo(last(TimeView.SHORTEST));
        fresh.grow(last(Duration.ofMinutes(10)));
        assertThat(fresh.shownProperty().get()).isEqualTo(last(Duration.ofMinutes(10)));
        fresh.grow(last(DAY));
        assertThat(fresh.shownProperty().get()).isEqualTo(last(Duration.ofHours(2)));
        fresh.showAll();
        fresh.grow(last(DAY.multipliedBy(2)));
        assertThat(fresh.shownProperty().get()).isEqualTo(last(DAY.multipliedBy(2)));
    }

    @Test
    void aMarkNeverEndsAfterNow() {
        view.mark(new Span(NOW.minusSeconds(60), NOW.plusSeconds(60)));
        assertThat(view.markedProperty().get()).isEqualTo(ago(1, 0));
        view.mark(new Span(NOW, NOW.plusSeconds(60)));
        assertThat(view.markedProperty().get()).isNull();
    }

    @Test
    void aMarkGrowsAndShrinksFromItsFixedEnd() {
        view.point(NOW.minusSeconds(3600));
        view.extendMark(-0.1);
        assertThat(view.markedProperty().get()).isEqualTo(ago(72, 60));
        view.extendMark(-0.1);
        assertThat(view.markedProperty().get()).isEqualTo(ago(84, 60));
        view.extendMark(0.3);
        assertThat(view.markedProperty().get()).isEqualTo(ago(60, 48));
        view.extendMark(-0.1);
        assertThat(view.markedProperty().get()).isNull();
    }

    @Test
    void anotherPrinterBeginsAnew() {
        view.show(ago(300, 200));
        view.mark(ago(250, 240));
        view.point(NOW.minusSeconds(9000));
        view.reset(last(Duration.ofHours(3)));
        assertThat(view.markedProperty().get()).isNull();
        assertThat(view.cursorProperty().get()).isNull();
        assertThat(following()).isTrue();
        assertThat(shown()).isEqualTo(last(Duration.ofMinutes(100)));
    }

    @Test
    void aPlaceOnALaneIsAMomentAndBack() {
        var axis = new TimeAxis(last(Duration.ofHours(1)), 44, 360);
        assertThat(axis.x(NOW.minusSeconds(1800))).isEqualTo(224);
        assertThat(axis.at(224)).isEqualTo(NOW.minusSeconds(1800));
        assertThat(axis.at(-50)).isEqualTo(NOW.minusSeconds(3600));
        assertThat(axis.at(5000)).isEqualTo(NOW);
    }
}
