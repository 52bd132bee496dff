package dev.linkscope.engine;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.engine.port.Witness.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays what one witness saw beside the slots of another. A sighting belongs to the slot within
 * whose cadence it began; one in a slot that was not measured, or in none, says nothing.
 */
final class JointSightings {
    private final List<Span> spans = new ArrayList<>();

    private record Span(Instant from, Instant to, SlotState state) {}

    JointSightings(Trace trace) {
        for (Segment segment : trace.segments()) {
            for (Slot slot : segment.slots()) {
                Instant due = slot.scheduled();
                spans.add(new Span(due, due.plus(segment.cadence()), slot.state()));
            }
        }
    }

    /**
     * Counts those that fell into slots of that state.
     *
     * @param sightings oldest first
     */
    JointCounts during(SlotState state, List<Sighting> sightings) {
        int measured = 0;
        int failed = 0;
        int at = 0;
        for (Sighting sighting : sightings) {
            while (at < spans.size() && !sighting.at().isBefore(spans.get(at).to())) {
                at++;
            }
            if (at < spans.size()
                    && !sighting.at().isBefore(spans.get(at).from())
                    && spans.get(at).state() == state) {
                measured++;
                failed += sighting.failure() == null ? 0 : 1;
            }
        }
        return new JointCounts(measured, failed);
    }
}
