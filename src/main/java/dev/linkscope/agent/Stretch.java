package dev.linkscope.agent;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.probe.Timings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Slots of one probe on one grid of one run, as they are read from a file. */
final class Stretch {
    /** Beyond it, two outcomes tell nothing of a cadence. */
    private static final Duration MOST = Duration.ofDays(1);

    private final SortedMap<Long, Outcome> bySlot = new TreeMap<>();
    private final Duration cadence;
    private final long firstMillis;
    private int duplicates;

    /**
     * An empty stretch.
     *
     * @param firstMillis boot clock of slot 0
     * @param cadence time from slot to slot
     */
    Stretch(long firstMillis, Duration cadence) {
        this.firstMillis = firstMillis;
        this.cadence = cadence;
    }

    /** Outcomes without a known grid: cadence from the outcomes if there are two, else as given. */
    static Stretch guessed(List<Outcome> outcomes, Duration cadence) {
        Outcome first = outcomes.getFirst();
        Outcome last = outcomes.getLast();
        long slots = last.slot() - first.slot();
        long millis = last.startMillis() - first.startMillis();
        Duration step = slots > 0 && millis > 0 ? Duration.ofMillis(millis / slots) : cadence;
        step = step.isPositive() && step.compareTo(MOST) < 0 ? step : cadence;
        long begin = first.startMillis() - first.slot() * step.toMillis();
        var stretch = new Stretch(begin, step);
        outcomes.forEach(stretch::add);
        return stretch;
    }

    /** The first outcome of a slot counts. */
    void add(Outcome outcome) {
        if (bySlot.putIfAbsent(outcome.slot(), outcome) != null) {
            duplicates++;
        }
    }

    Duration cadence() {
        return cadence;
    }

    int duplicates() {
        return duplicates;
    }

    boolean isEmpty() {
        return bySlot.isEmpty();
    }

    /** Number of slots from the first to the last outcome. */
    long length() {
        return bySlot.lastKey() - bySlot.firstKey() + 1;
    }

    /** Boot clock of its first slot with an outcome. */
    long startMillis() {
        return dueMillis(bySlot.firstKey());
    }

    /**
     * Its slots on the UTC clock.
     *
     * @param utc maps the boot clock in milliseconds
     * @param missing why slots in between have no outcome
     */
    List<Slot> slots(LongFunction<Instant> utc, NotMeasured missing) {
        List<Slot> slots = new ArrayList<>();
        for (Map.Entry<Long, Outcome> entry : bySlot.entrySet()) {
            long next = slots.isEmpty() ? entry.getKey() : bySlot.firstKey() + slots.size();
            for (long slot = next; slot < entry.getKey(); slot++) {
                slots.add(Slot.notMeasured(utc.apply(dueMillis(slot)), missing));
            }
            slots.add(slot(entry.getValue(), utc));
        }
        return slots;
    }

    private Slot slot(Outcome outcome, LongFunction<Instant> utc) {
        boolean measured = outcome.state() != SlotState.NOT_MEASURED;
        return new Slot(
                utc.apply(dueMillis(outcome.slot())),
                utc.apply(outcome.startMillis()),
                outcome.state(),
                outcome.phase(),
                outcome.errorClass(),
                measured ? null : reason(outcome.errorClass()),
                outcome.state() == SlotState.OK ? latency(outcome) : -1);
    }

    private static NotMeasured reason(@Nullable String errorClass) {
        return switch (errorClass == null ? "" : errorClass) {
            case "agent_busy", "agent_error", "suspended" -> NotMeasured.AGENT_LOST;
            default -> NotMeasured.NOT_ASKED;
        };
    }

    private static int latency(Outcome outcome) {
        int total = outcome.timings().total();
        long micros = (outcome.endMillis() - outcome.startMillis()) * 1000;
        return total != Timings.ABSENT ? total : (int) Math.min(micros, Integer.MAX_VALUE);
    }

    private long dueMillis(long slot) {
        return firstMillis + slot * cadence.toMillis();
    }
}
