package dev.linkscope.domain.coverage;

import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.SlotState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One scheduled attempt on the UTC clock.
 *
 * @param scheduled when it was due
 * @param started when the attempt started; equal to {@code scheduled} where that is not known
 * @param state what came of it
 * @param phase phase of a failure, if known
 * @param errorClass stable name of a failure, if known
 * @param reason why it was not measured; null unless not measured
 * @param latencyMicros start to last byte of an ok slot, or -1
 */
public record Slot(
        Instant scheduled,
        Instant started,
        SlotState state,
        @Nullable Phase phase,
        @Nullable String errorClass,
        @Nullable NotMeasured reason,
        int latencyMicros) {

    /** An ok slot. */
    public static Slot ok(Instant at, int latencyMicros) {
        return new Slot(at, at, SlotState.OK, null, null, null, latencyMicros);
    }

    /** A failed slot. */
    public static Slot failed(Instant at, @Nullable Phase phase) {
        return new Slot(at, at, SlotState.FAILED, phase, null, null, -1);
    }

    /** A slot that was not measured. */
    public static Slot notMeasured(Instant at, NotMeasured reason) {
        return new Slot(at, at, SlotState.NOT_MEASURED, null, null, reason, -1);
    }

    /** Whether it counts as an attempt. */
    public boolean measured() {
        return state != SlotState.NOT_MEASURED;
    }

    /** Whether it counts as an error. */
    public boolean failed() {
        return state == SlotState.FAILED;
    }
}
