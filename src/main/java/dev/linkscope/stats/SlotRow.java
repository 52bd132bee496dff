package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.stats.math.SplitMix;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** One segment as a row of bytes, for everything that only asks what came of each slot. */
final class SlotRow {
    static final byte OK = 0;
    static final byte FAILED = 1;
    static final byte BLIND = 2;

    private final Segment segment;
    private final byte[] states;
    private final double cadenceSeconds;
    private final int measured;
    private final int failed;

    private SlotRow(Segment segment) {
        this.segment = segment;
        this.cadenceSeconds = seconds(segment);
        this.states = new byte[segment.slots().size()];
        int attempts = 0;
        int errors = 0;
        for (int i = 0; i < states.length; i++) {
            states[i] = stateOf(segment.slots().get(i));
            attempts += states[i] == BLIND ? 0 : 1;
            errors += states[i] == FAILED ? 1 : 0;
        }
        this.measured = attempts;
        this.failed = errors;
    }

    /** A row for each segment. */
    static List<SlotRow> of(Trace trace) {
        return trace.segments().stream().map(SlotRow::new).toList();
    }

    /** The cadence of a segment in seconds. */
    static double seconds(Segment segment) {
        return segment.cadence().toNanos() * 1e-9;
    }

    /** What came of a slot, as a byte. */
    static byte stateOf(Slot slot) {
        return switch (slot.state()) {
            case OK -> OK;
            case FAILED -> FAILED;
            case NOT_MEASURED -> BLIND;
        };
    }

    int length() {
        return states.length;
    }

    byte at(int index) {
        return states[index];
    }

    boolean failedAt(int index) {
        return states[index] == FAILED;
    }

    boolean measuredAt(int index) {
        return states[index] != BLIND;
    }

    double cadenceSeconds() {
        return cadenceSeconds;
    }

    int measured() {
        return measured;
    }

    int failed() {
        return failed;
    }

    /** When the attempt of a slot started. */
    Instant started(int index) {
        return segment.slots().get(index).started();
    }

    /** When a slot was due. */
    Instant scheduled(int index) {
        return segment.slots().get(index).scheduled();
    }

    /** When the slot after this one was due. */
    Instant endOf(int index) {
        return scheduled(index).plus(segment.cadence());
    }

    Slot slot(int index) {
        return segment.slots().get(index);
    }

    /** A number that depends on the rows' states and cadences alone: the seed of every test. */
    static long hash(List<SlotRow> rows) {
        long hash = rows.size();
        for (SlotRow row : rows) {
            hash = SplitMix.mix(hash * 31 + Double.hashCode(row.cadenceSeconds));
            hash = SplitMix.mix(hash * 31 + Arrays.hashCode(row.states));
        }
        return hash;
    }
}
