package dev.linkscope.domain.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Slots of which the last ones were not measured, however many those are: a printer that cannot be
 * reached for a night would else cost some thousand slots at every look. Immutable.
 */
final class OpenEndedSlots extends AbstractList<Slot> implements RandomAccess {
    private final List<Slot> begun;
    private final int missing;
    private final Duration cadence;
    private final Instant end;
    private final NotMeasured reason;

    /**
     * Slots that go on for a while.
     *
     * @param begun the first of them, at least one
     * @param missing how many follow that were not measured
     */
    OpenEndedSlots(List<Slot> begun, int missing, Duration cadence, NotMeasured reason) {
        this.begun = List.copyOf(begun);
        this.missing = missing;
        this.cadence = cadence;
        this.end = begun.getLast().scheduled();
        this.reason = reason;
    }

    @Override
    public Slot get(int index) {
        if (index < begun.size()) {
            return begun.get(index);
        }
        Objects.checkIndex(index, size());
        return Slot.notMeasured(end.plus(cadence.multipliedBy(index - begun.size() + 1L)), reason);
    }

    @Override
    public int size() {
        return begun.size() + missing;
    }
}
