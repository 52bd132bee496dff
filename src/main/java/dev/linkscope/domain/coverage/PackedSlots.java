package dev.linkscope.domain.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Slots in 18 bytes each instead of about 90, for traces of which many are held at once: a week of
 * one pane is some 60,000. Each look makes a slot anew. Immutable.
 */
final class PackedSlots extends AbstractList<Slot> implements RandomAccess {
    private static final int MOST_FORMS = 1 << Character.SIZE;
    private static final long NANOS = 1_000_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long[] dueNanos;
    private final int[] startedMillis;
    private final int[] latencies;
    private final char[] forms;
    private final List<Form> known;

    private PackedSlots(int size, List<Form> known) {
        this.dueNanos = new long[size];
        this.startedMillis = new int[size];
        this.latencies = new int[size];
        this.forms = new char[size];
        this.known = known;
    }

    /** Everything of a slot but its numbers; few differ. */
    private record Form(Slot like) {
        static Form of(Slot slot) {
            return new Form(
                    new Slot(
                            Instant.EPOCH,
                            Instant.EPOCH,
                            slot.state(),
                            slot.phase(),
                            slot.errorClass(),
                            slot.reason(),
                            0));
        }
    }

    /** The same slots packed; null if they cannot be without loss. */
    static @Nullable PackedSlots of(List<Slot> slots) {
        var known = new ArrayList<Form>();
        var packed = new PackedSlots(slots.size(), known);
        Map<Form, Integer> places = new HashMap<>();
        int at = 0;
        for (Slot slot : slots) {
            int place = places.computeIfAbsent(Form.of(slot), _ -> places.size());
            if (place == known.size()) {
                known.add(Form.of(slot));
            }
            if (place >= MOST_FORMS || !packed.put(at++, slot, (char) place)) {
                return null;
            }
        }
        return packed;
    }

    private boolean put(int at, Slot slot, char form) {
        try {
            long due = nanos(slot.scheduled());
            long late = Duration.between(slot.scheduled(), slot.started()).toNanos();
            dueNanos[at] = due;
            startedMillis[at] = Math.toIntExact(late / NANOS_PER_MILLI);
            latencies[at] = slot.latencyMicros();
            forms[at] = form;
            return late % NANOS_PER_MILLI == 0;
        } catch (ArithmeticException _) {
            return false;
        }
    }

    private static long nanos(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), NANOS), moment.getNano());
    }

    @Override
    public Slot get(int index) {
        long nanos = dueNanos[index];
        Instant due =
                Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
        int late = startedMillis[index];
        Slot like = known.get(forms[index]).like();
        return new Slot(
                due,
                late == 0 ? due : due.plusMillis(late),
                like.state(),
                like.phase(),
                like.errorClass(),
                like.reason(),
                latencies[index]);
    }

    @Override
    public int size() {
        return forms.length;
    }
}
