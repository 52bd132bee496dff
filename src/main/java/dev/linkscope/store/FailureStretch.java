package dev.linkscope.store;

import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.engine.port.AgentFrame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Failed slots of a pane with at most one other slot between two of them. With two or more failures
 * it is an outage; one alone may become part of one that began or goes on in a neighbouring hour.
 * Moments are milliseconds of the boot clock.
 *
 * @param firstDue when its first failed slot was due
 * @param firstStart when that attempt started
 * @param lastDue when its last failed slot was due
 * @param cadenceMicros time from slot to slot
 * @param errors failed slots, at least 1
 * @param phases failures by phase; those of unknown phase are absent
 */
record FailureStretch(
        long firstDue,
        long firstStart,
        long lastDue,
        long cadenceMicros,
        int errors,
        Map<Phase, Integer> phases) {
    /** Probes whose slots are those of a pane: only they have outages. */
    private static final Set<ProbeKind> PANES =
            EnumSet.of(ProbeKind.SERVER_HTTP, ProbeKind.WEBCAM_SNAPSHOT);

    FailureStretch {
        phases = Map.copyOf(phases);
    }

    /** Stretches among the outcomes of one probe, in the order of time. */
    static List<FailureStretch> of(
            Collection<Outcome> outcomes, List<AgentFrame.Schedule> schedules) {
        if (schedules.isEmpty()) {
            return List.of();
        }
        var single = new TreeMap<Long, FailureStretch>();
        for (Outcome outcome : outcomes) {
            if (outcome.state() == SlotState.FAILED && PANES.contains(outcome.kind())) {
                FailureStretch one = one(outcome, SlotGrid.nearest(schedules, outcome));
                single.putIfAbsent(one.firstDue, one);
            }
        }
        var stretches = new ArrayList<FailureStretch>();
        for (FailureStretch next : single.values()) {
            FailureStretch last = stretches.isEmpty() ? null : stretches.getLast();
            if (last != null && last.goesOnWith(next, next.firstDue - last.lastDue)) {
                stretches.set(stretches.size() - 1, last.with(next));
            } else {
                stretches.add(next);
            }
        }
        return stretches;
    }

    private static FailureStretch one(Outcome outcome, AgentFrame.Schedule schedule) {
        long due = SlotGrid.dueMillis(schedule, outcome);
        Phase phase = outcome.phase();
        return new FailureStretch(
                due,
                outcome.startMillis(),
                due,
                schedule.cadence().toNanos() / 1_000,
                1,
                phase == null ? Map.of() : Map.of(phase, 1));
    }

    /**
     * Whether another that is due {@code gapMillis} after the last failure belongs to it: the same
     * cadence, and at most one slot between them. Half a cadence more, as a run that begins a
     * little off the old grid leaves no hole.
     */
    boolean goesOnWith(FailureStretch next, long gapMillis) {
        return cadenceMicros == next.cadenceMicros
                && gapMillis > 0
                && gapMillis * 1_000 <= cadenceMicros / 2 * 5;
    }

    /** This and what follows it, on the same boot clock. */
    FailureStretch with(FailureStretch next) {
        return new FailureStretch(
                firstDue,
                firstStart,
                next.lastDue,
                cadenceMicros,
                errors + next.errors,
                sum(phases, next.phases));
    }

    static Map<Phase, Integer> sum(Map<Phase, Integer> one, Map<Phase, Integer> other) {
        var sum = new EnumMap<Phase, Integer>(Phase.class);
        sum.putAll(one);
        other.forEach((phase, count) -> sum.merge(phase, count, Integer::sum));
        return sum;
    }
}
