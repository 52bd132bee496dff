package dev.linkscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.ui.FakePane;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.control.TimelineMarks.Stretch;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineMarksTest {
    private static final Instant END = FakeSnapshots.NOW;

    @Test
    void joinsNeighboursAndNeverCallsBlindSpotsErrors() {
        Trace trace =
                new FakePane(1, 100)
                        .failing(Phase.DNS, 10, 11, 50)
                        .blind(20, 30, NotMeasured.PI_OFF)
                        .snapshot("a", END)
                        .trace();
        TimelineMarks marks = TimelineMarks.of(trace, List.of(), END.minusSeconds(1000), END);
        assertThat(marks.errors()).containsExactly(new Stretch(0.10, 0.12), new Stretch(0.5, 0.51));
        assertThat(marks.blind()).containsExactly(new Stretch(0.2, 0.3));
        assertThat(marks.outages()).isEmpty();
    }

    @Test
    void clipsToTheSpan() {
        Trace trace = new FakePane(1, 100).outage(0, 100).snapshot("a", END).trace();
        TimelineMarks marks = TimelineMarks.of(trace, List.of(), END.minusSeconds(500), END);
        assertThat(marks.errors()).containsExactly(new Stretch(0, 1));
    }

    @Test
    void survivesAnEmptyTraceAndSpan() {
        assertThat(TimelineMarks.of(Trace.EMPTY, List.of(), END, END))
                .isEqualTo(TimelineMarks.NONE);
    }
}
