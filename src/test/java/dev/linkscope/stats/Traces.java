package dev.linkscope.stats;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.probe.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Traces out of text: 1 ok, 0 or X failed, . not measured, P not measured because the Pi was off.
 */
public final class Traces {
    public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    public static final Duration CADENCE = Duration.ofSeconds(10);

    private Traces() {}

    public static Trace of(String states) {
        return new Trace(List.of(segment(states, START, CADENCE)));
    }

    static Trace of(String states, Duration cadence) {
        return new Trace(List.of(segment(states, START, cadence)));
    }

    public static Segment segment(String states, Instant start, Duration cadence) {
        List<Slot> slots = new ArrayList<>();
        for (char state : states.toCharArray()) {
            slots.add(slot(state, start.plus(cadence.multipliedBy(slots.size()))));
        }
        return new Segment(cadence, slots);
    }

    static Slot slot(char state, Instant at) {
        return switch (state) {
            case '1' -> Slot.ok(at, 20_000);
            case '0', 'X' -> Slot.failed(at, Phase.CONNECT);
            case '.' -> Slot.notMeasured(at, NotMeasured.NOT_ASKED);
            case 'P' -> Slot.notMeasured(at, NotMeasured.PI_OFF);
            default -> throw new IllegalArgumentException("no state " + state);
        };
    }

    static List<SlotRow> rows(String states) {
        return SlotRow.of(of(states));
    }
}
