package dev.linkscope.store;

import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.AgentFrame;
import java.util.List;

/** When slots of a schedule are due, by the boot clock. */
final class SlotGrid {
    /** Bounds that keep sums of moments far from overflow: 140,000 years. */
    static final long FAR_MILLIS = 1L << 52;

    private SlotGrid() {}

    /** A run may have had several schedules for a target: the one whose grid is nearest. */
    static AgentFrame.Schedule nearest(List<AgentFrame.Schedule> schedules, Outcome outcome) {
        AgentFrame.Schedule best = schedules.getFirst();
        for (AgentFrame.Schedule schedule : schedules.subList(1, schedules.size())) {
            if (distance(schedule, outcome) < distance(best, outcome)) {
                best = schedule;
            }
        }
        return best;
    }

    private static long distance(AgentFrame.Schedule schedule, Outcome outcome) {
        return Math.abs(dueMillis(schedule, outcome) - outcome.startMillis());
    }

    /** Boot clock at which a slot was due, kept within bounds whatever was received. */
    static long dueMillis(AgentFrame.Schedule schedule, Outcome outcome) {
        double due = schedule.firstMillis() + outcome.slot() * (schedule.cadence().toNanos() / 1e6);
        return Math.clamp(Math.round(due), -FAR_MILLIS, FAR_MILLIS);
    }
}
