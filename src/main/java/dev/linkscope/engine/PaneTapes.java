package dev.linkscope.engine;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.ProbeSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The tapes of both panes, and the order of slots in which outcomes come onto them. */
final class PaneTapes {
    private final Map<String, PaneTape> tapes;
    private final Map<String, ProbeSpec> probes = new HashMap<>();
    private final Map<String, SlotOrder> orders = new HashMap<>();

    /** These tapes, by the target of their probe. */
    PaneTapes(Map<String, PaneTape> tapes) {
        this.tapes = Map.copyOf(tapes);
    }

    /** These probes are asked for from now on. */
    void asking(List<ProbeSpec> asked) {
        probes.clear();
        asked.forEach(probe -> probes.put(probe.target(), probe));
    }

    /** Whether a probe is asked for. */
    boolean asked(String target) {
        return probes.containsKey(target);
    }

    /** The panes that are asked for. */
    List<String> targets() {
        return tapes.keySet().stream().filter(this::asked).sorted().toList();
    }

    /** The tape of a pane. */
    PaneTape tape(String target) {
        return Objects.requireNonNull(tapes.get(target), target);
    }

    /**
     * The slots of a run lie so; a run that goes on stays as it is.
     *
     * @param hole why nothing was measured before
     * @param sinceMillis boot clock since when a run that was begun earlier is wanted; 0 for all
     */
    void schedule(
            AgentFrame.Schedule schedule, RunClock clock, NotMeasured hole, long sinceMillis) {
        PaneTape tape = tapes.get(schedule.target());
        if (tape == null || orders.containsKey(schedule.target())) {
            return;
        }
        long passed = sinceMillis - schedule.firstMillis();
        begin(tape, schedule, clock, hole, Math.max(0, passed / schedule.cadence().toMillis()));
    }

    /** The same, from a slot on. */
    void begin(
            PaneTape tape,
            AgentFrame.Schedule schedule,
            RunClock clock,
            NotMeasured hole,
            long firstSlot) {
        ProbeSpec probe = probes.get(schedule.target());
        Duration deadline = probe == null ? ProbePlan.longestDeadline() : probe.deadline();
        tape.begin(clock, schedule.firstMillis(), schedule.cadence(), hole);
        orders.put(
                schedule.target(),
                new SlotOrder(
                        schedule.firstMillis(),
                        schedule.cadence(),
                        deadline,
                        probe == null ? 0 : probe.slots(),
                        firstSlot,
                        tape::add,
                        slot -> tape.addMissing(slot, NotMeasured.AGENT_LOST)));
    }

    /**
     * Takes an outcome; of other targets it takes none.
     *
     * @throws IllegalArgumentException if it cannot be
     */
    void add(Outcome outcome) {
        SlotOrder order = orders.get(outcome.target());
        if (order != null) {
            order.add(outcome);
        }
    }

    /** Time has passed: what can no longer come is given up. */
    void advance(long bootMillis) {
        orders.values().forEach(order -> order.advance(bootMillis));
    }

    /** The run of a pane is over. */
    void end(String target) {
        SlotOrder order = orders.remove(target);
        if (order != null) {
            order.end();
        }
    }

    /** The run is over. */
    void end() {
        List.copyOf(orders.keySet()).forEach(this::end);
    }
}
