package dev.linkscope.demo;

import dev.linkscope.domain.probe.Timings;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.ProbeSpec;

/**
 * The slots of one probe in one run, at a constant cadence whatever becomes of them.
 *
 * @param pi where it runs
 * @param spec what was asked
 * @param firstMillis when slot 0 is due
 */
record ProbeLine(SimulatedPi pi, ProbeSpec spec, long firstMillis) {
    private static final int LATEST_START_MILLIS = 3;
    private static final int MICROS_A_MILLI = 1_000;

    /**
     * A probe whose slot 0 is due at {@code originMillis} if its slots are counted, else within one
     * cadence after it.
     */
    static ProbeLine from(SimulatedPi pi, ProbeSpec spec, long originMillis) {
        long cadence = spec.cadence().toMillis();
        if (spec.slots() > 0) {
            return new ProbeLine(pi, spec, originMillis);
        }
        // Agents start at different offsets, so that a farm does not ask the server in one breath.
        long offset = pi.dice().with("offset").with(spec.target()).between(0, cadence - 1);
        return new ProbeLine(pi, spec, originMillis + offset);
    }

    /** Whether it goes on until it is stopped. */
    boolean endless() {
        return spec.slots() == 0;
    }

    /** When a slot is due; never, after the last. */
    long dueMillis(long slot) {
        boolean over = !endless() && slot >= spec.slots();
        return over ? Long.MAX_VALUE : firstMillis + slot * spec.cadence().toMillis();
    }

    /** The attempt of a slot. */
    Attempt attempt(long slot) {
        long due = dueMillis(slot);
        Dice dice = pi.dice().with(spec.kind().wireName()).with(due);
        Fault fault = pi.faultAt(spec.kind(), due);
        Timings timings = Latencies.of(spec.kind(), fault, Latencies.micros(spec.deadline()), dice);
        long start = due + dice.with("late").between(0, LATEST_START_MILLIS);
        long end = start + Math.ceilDiv(timings.total(), MICROS_A_MILLI);
        return new Attempt(this, slot, due, start, end, fault, timings);
    }

    /** The camera as these snapshots see it. */
    Camera camera() {
        return new Camera(pi, firstMillis, spec.cadence().toMillis());
    }

    /** Where its slots lie on the boot's clock. */
    AgentFrame.Schedule schedule(Boot boot) {
        return new AgentFrame.Schedule(
                spec.target(), spec.kind(), boot.clockAt(firstMillis), spec.cadence());
    }
}
