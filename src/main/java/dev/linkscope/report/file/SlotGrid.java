package dev.linkscope.report.file;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.report.ReportJson;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts timed attempts on a grid of slots that begins with the earliest. An attempt belongs to slot
 * round((t − t0) / cadence); a slot without one was not measured; of several in one slot the first
 * counts. They may come in any order.
 */
final class SlotGrid {
    private static final int EMPTY = -1;

    private long[] times = new long[1024];
    private SlotState[] states = new SlotState[1024];
    private int size;

    /**
     * Adds an attempt.
     *
     * @param micros when it started, in microseconds since 1970
     * @return whether there was room for it
     */
    boolean add(long micros, SlotState state) {
        if (size == ReportJson.MAX_SLOTS) {
            return false;
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            states = Arrays.copyOf(states, size * 2);
        }
        times[size] = micros;
        states[size++] = state;
        return true;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Slots from the first to the last attempt; of times too far apart for a long, the most. */
    long span(Duration cadence) {
        long last = max();
        long first = min();
        return last - first < 0
                ? Long.MAX_VALUE
                : Math.min(slotOf(last, first, micros(cadence)), Long.MAX_VALUE - 1) + 1;
    }

    /** Attempts in the order of their slots, with how many found theirs taken. */
    record Filled(Trace trace, int duplicates) {}

    /** The trace, or null if it would have too many slots. */
    @Nullable Filled fill(Duration cadence) {
        long step = micros(cadence);
        long origin = min();
        long length = span(cadence);
        if (length > ReportJson.MAX_SLOTS) {
            return null;
        }
        int[] attemptOf = new int[(int) length];
        Arrays.fill(attemptOf, EMPTY);
        int duplicates = 0;
        for (int i = 0; i < size; i++) {
            int slot = (int) slotOf(times[i], origin, step);
            int other = attemptOf[slot];
            if (other != EMPTY) {
                duplicates++;
            }
            if (other == EMPTY || times[i] < times[other]) {
                attemptOf[slot] = i;
            }
        }
        return new Filled(trace(attemptOf, instant(origin), cadence), duplicates);
    }

    private Trace trace(int[] attemptOf, Instant start, Duration cadence) {
        List<Slot> slots = new ArrayList<>(attemptOf.length);
        Instant due = start;
        for (int attempt : attemptOf) {
            slots.add(slot(due, attempt));
            due = due.plus(cadence);
        }
        return new Trace(List.of(new Segment(cadence, slots)));
    }

    private Slot slot(Instant due, int attempt) {
        SlotState state = attempt == EMPTY ? SlotState.NOT_MEASURED : states[attempt];
        if (state == SlotState.NOT_MEASURED) {
            return Slot.notMeasured(due, NotMeasured.NOT_ASKED);
        }
        Instant started = instant(times[attempt]);
        return new Slot(due, started.equals(due) ? due : started, state, null, null, null, -1);
    }

    /** Exact, halves upwards; the difference of two times may exceed a long's nanoseconds. */
    private static long slotOf(long time, long origin, long step) {
        long away = time - origin;
        long slot = away / step;
        return away - slot * step >= step - step / 2 ? slot + 1 : slot;
    }

    private static long micros(Duration cadence) {
        return Math.max(1, cadence.dividedBy(Duration.of(1, ChronoUnit.MICROS)));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private long min() {
        return Arrays.stream(times, 0, size).min().orElseThrow();
    }

    private long max() {
        return Arrays.stream(times, 0, size).max().orElseThrow();
    }
}
