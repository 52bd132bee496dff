package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.Span;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CutTest {
    private static final Trace TEN = Traces.of("1010101010");

    private static Instant at(int seconds) {
        return Traces.START.plusSeconds(seconds);
    }

    private static String states(Trace trace) {
        return trace.slots()
                .map(slot -> !slot.measured() ? "." : slot.failed() ? "0" : "1")
                .collect(Collectors.joining());
    }

    @Test
    void aSlotBelongsWhereItWasDueAndOver() {
        assertThat(Cut.from(TEN, at(20)).segments().getFirst().start()).isEqualTo(at(20));
        assertThat(states(Cut.from(TEN, at(21)))).isEqualTo("0101010");
        assertThat(states(Cut.until(TEN, at(29)))).isEqualTo("10");
        assertThat(states(Cut.until(TEN, at(30)))).isEqualTo("101");
        assertThat(states(Cut.within(TEN, new Span(at(10), at(35))))).isEqualTo("01");
        assertThat(Cut.from(TEN, at(100)).isEmpty()).isTrue();
        assertThat(Cut.from(TEN, at(0))).isEqualTo(TEN);
    }

    @Test
    void whatTouchesTimeWithoutPowerIsNotMeasured() {
        List<Span> away = List.of(new Span(at(25), at(41)), new Span(at(80), at(90)));
        assertThat(states(Cut.without(TEN, away))).isEqualTo("10...010.0");
        assertThat(Cut.without(TEN, List.of())).isSameAs(TEN);
    }
}
