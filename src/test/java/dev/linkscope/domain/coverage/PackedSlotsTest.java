package dev.linkscope.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.SlotState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedSlotsTest {
    private static final Duration CADENCE = Duration.ofSeconds(10);
    private static final Instant START = Instant.parse("2026-03-01T00:00:00.123456789Z");

    private static Trace trace(Instant start, long startedNanos) {
        var random = new Random(1);
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Instant due = start.plus(CADENCE.multipliedBy(i)).minusMillis(random.nextInt(9));
            Instant started = due.plusMillis(random.nextInt(4_000) - 50).plusNanos(startedNanos);
            slots.add(
                    switch (random.nextInt(3)) {
                        case 0 -> Slot.notMeasured(due, NotMeasured.values()[random.nextInt(4)]);
                        case 1 ->
                                new Slot(
                                        due,
                                        started,
                                        SlotState.FAILED,
                                        Phase.values()[random.nextInt(4)],
                                        "class" + random.nextInt(20),
                                        null,
                                        -1);
                        default ->
                                new Slot(
                                        due,
                                        started,
                                        SlotState.OK,
                                        null,
                                        null,
                                        null,
                                        random.nextInt(90_000));
                    });
        }
        return new Trace(List.of(new Segment(CADENCE, slots)));
    }

    @Test
    void nothingIsLost() {
        Trace trace = trace(START, 0);
        Trace packed = trace.packed();
        assertThat(packed).isEqualTo(trace).hasSameHashCodeAs(trace);
        assertThat(trace).isEqualTo(packed);
        assertThat(packed.segments().getFirst().slots()).isInstanceOf(PackedSlots.class);
        assertThat(packed.packed().segments().getFirst()).isSameAs(packed.segments().getFirst());
        assertThat(packed.segments().getFirst().end()).isEqualTo(trace.segments().getFirst().end());
    }

    @Test
    void beforeTheYear1970Too() {
        Trace trace = trace(Instant.parse("1965-05-05T05:05:05.5Z"), 0);
        assertThat(trace.packed()).isEqualTo(trace);
    }

    @Test
    void whatCannotBePackedStaysAsItIs() {
        Trace odd = trace(START, 17);
        assertThat(odd.packed()).isEqualTo(odd);
        assertThat(odd.packed().segments().getFirst().slots()).isNotInstanceOf(PackedSlots.class);
        Trace far = trace(Instant.parse("9999-01-01T00:00:00Z"), 0);
        assertThat(far.packed()).isEqualTo(far);
        assertThat(Trace.EMPTY.packed()).isEqualTo(Trace.EMPTY);
    }
}
