package dev.linkscope.demo;

import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.probe.Timings;
import org.jspecify.annotations.Nullable;

/**
 * One attempt under way: how it will end is known from the beginning, its number in the run only
 * when it ends.
 *
 * @param line the probe it belongs to
 * @param slot number of its slot
 * @param dueMillis when the slot is due; decides what becomes of it
 * @param startMillis when it starts, a little later
 * @param endMillis when it ends
 * @param fault how it fails; null if it does not
 * @param timings duration of each phase
 */
record Attempt(
        ProbeLine line,
        long slot,
        long dueMillis,
        long startMillis,
        long endMillis,
        @Nullable Fault fault,
        Timings timings) {

    /** The outcome that the agent reports, with the boot's own clock. */
    Outcome outcome(long sequence, Boot boot) {
        return new Outcome(
                sequence,
                line.spec().target(),
                line.spec().kind(),
                slot,
                boot.clockAt(startMillis),
                boot.clockAt(endMillis),
                fault == null ? SlotState.OK : SlotState.FAILED,
                fault == null ? null : fault.phase(),
                errorClass(),
                timings,
                Readings.of(this));
    }

    /** Stable name of the failure; null if it does not fail. */
    @Nullable String errorClass() {
        if (fault == null) {
            return null;
        }
        boolean late = timings.total() >= Latencies.micros(line.spec().deadline());
        return late ? Fault.TIMEOUT : fault.errorClass();
    }
}
