package dev.linkscope.engine;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.SlotState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest slots of one pane, over one or more runs of the agent. Slots are kept on the boot
 * clock of their run too, so that a later clock reading re-dates them; until one does, all traces
 * share the same slots. Not thread-safe.
 */
final class PaneTape {
    /** A longer hole is cut: it says no more than a shorter one, and clocks may be wrong. */
    private static final int LONGEST_HOLE = 60_480;

    private final int capacity;
    private final int planned;
    private final Deque<Stretch> stretches = new ArrayDeque<>();
    private int size;
    private long changes;

    /** A tape without end that keeps the newest {@code capacity} slots. */
    PaneTape(int capacity) {
        this(capacity, Integer.MAX_VALUE);
    }

    private PaneTape(int capacity, int planned) {
        this.capacity = capacity;
        this.planned = planned;
    }

    /**
     * A tape of a measurement with an end. Its trace has at most {@code planned} slots, those that
     * were not measured included: a link that came back late does not prolong it.
     */
    static PaneTape ofPlan(int planned) {
        return new PaneTape(planned, planned);
    }

    /**
     * A new run begins.
     *
     * @param before why nothing was measured between the last run and this one
     */
    void begin(RunClock clock, long firstMillis, Duration cadence, NotMeasured before) {
        stretches.addLast(new Stretch(clock, firstMillis, cadence, before));
        changes++;
    }

    /** Appends the outcome of the next slot of the run. */
    void add(Outcome outcome) {
        Stretch stretch = stretches.getLast();
        boolean measured = outcome.state() != SlotState.NOT_MEASURED;
        long due = stretch.due(outcome.slot());
        append(
                due,
                outcome.startMillis(),
                new Slot(
                        stretch.clock.utcOf(due),
                        stretch.clock.utcOf(outcome.startMillis()),
                        outcome.state(),
                        outcome.phase(),
                        outcome.errorClass(),
                        measured ? null : NotMeasured.NOT_ASKED,
                        outcome.state() == SlotState.OK ? outcome.timings().total() : -1));
    }

    /** Appends a slot of the run that nobody measured. */
    void addMissing(long slot, NotMeasured reason) {
        Stretch stretch = stretches.getLast();
        long due = stretch.due(slot);
        append(due, due, Slot.notMeasured(stretch.clock.utcOf(due), reason));
    }

    private void append(long dueMillis, long startMillis, Slot slot) {
        Stretch newest = stretches.getLast();
        newest.date();
        newest.cells.addLast(new Cell(dueMillis, startMillis, slot));
        changes++;
        size++;
        while (size > capacity) {
            Deque<Cell> oldest = stretches.getFirst().cells;
            if (oldest.isEmpty()) {
                stretches.removeFirst();
            } else {
                oldest.removeFirst();
                size--;
            }
        }
    }

    /** Which edition of the tape this is; while it stays equal, so does what its trace shows. */
    Edition edition() {
        return new Edition(
                changes, stretches.stream().mapToLong(stretch -> stretch.clock.steps()).sum());
    }

    /** Everything on the tape. */
    Trace trace() {
        return traceUntil(null, NotMeasured.NOT_ASKED);
    }

    /**
     * Everything on the tape, and since its last slot until {@code end} slots that were not
     * measured.
     *
     * @param end null for the last slot on the tape
     * @param sinceLast why nothing was measured since
     */
    Trace traceUntil(@Nullable Instant end, NotMeasured sinceLast) {
        var segments = new ArrayList<Segment>();
        var slots = new ArrayList<Slot>();
        Duration cadence = Duration.ZERO;
        for (Stretch stretch : stretches) {
            if (stretch.cells.isEmpty()) {
                continue;
            }
            if (!stretch.cadence.equals(cadence)) {
                close(segments, cadence, slots);
                cadence = stretch.cadence;
            } else {
                fill(slots, cadence, stretch.start(), stretch.before);
            }
            stretch.appendTo(slots);
        }
        if (end != null && !slots.isEmpty()) {
            int begun = Math.min(planned, slots.size());
            int missing = Math.min(planned - begun, missing(slots, cadence, end));
            segments.add(Segment.openEnded(cadence, slots.subList(0, begun), missing, sinceLast));
        } else {
            close(segments, cadence, slots);
        }
        return new Trace(segments);
    }

    private void close(List<Segment> segments, Duration cadence, List<Slot> slots) {
        if (!slots.isEmpty()) {
            // A plan has one cadence, hence one segment.
            segments.add(new Segment(cadence, slots.subList(0, Math.min(planned, slots.size()))));
            slots.clear();
        }
    }

    /** Fills the hole between the last slot and {@code until} with slots that were not measured. */
    private static void fill(
            List<Slot> slots, Duration cadence, Instant until, NotMeasured reason) {
        Instant due = slots.getLast().scheduled();
        for (int left = missing(slots, cadence, until); left > 0; left--) {
            due = due.plus(cadence);
            slots.add(Slot.notMeasured(due, reason));
        }
    }

    /** How many slots are due between the last one and {@code until}. */
    private static int missing(List<Slot> slots, Duration cadence, Instant until) {
        // Half a cadence: a run that begins a little off the old grid leaves no hole.
        Duration hole =
                Duration.between(slots.getLast().scheduled(), until)
                        .minus(cadence.dividedBy(2))
                        .minusNanos(1);
        return hole.isNegative() ? 0 : (int) Math.min(LONGEST_HOLE, hole.dividedBy(cadence));
    }

    /**
     * One edition of a tape.
     *
     * @param changes slots and runs that were added
     * @param steps times that a clock dated the slots anew
     */
    record Edition(long changes, long steps) {}

    /** One slot on the boot clock, and as its clock dates it. */
    private record Cell(long dueMillis, long startMillis, Slot slot) {
        Cell dated(RunClock clock) {
            return new Cell(
                    dueMillis,
                    startMillis,
                    new Slot(
                            clock.utcOf(dueMillis),
                            clock.utcOf(startMillis),
                            slot.state(),
                            slot.phase(),
                            slot.errorClass(),
                            slot.reason(),
                            slot.latencyMicros()));
        }
    }

    /** The slots of one run. */
    private static final class Stretch {
        private final RunClock clock;
        private final long firstMillis;
        private final Duration cadence;
        private final NotMeasured before;
        private final Deque<Cell> cells = new ArrayDeque<>();
        private long datedAt;

        Stretch(RunClock clock, long firstMillis, Duration cadence, NotMeasured before) {
            this.clock = clock;
            this.firstMillis = firstMillis;
            this.cadence = cadence;
            this.before = before;
            this.datedAt = clock.steps();
        }

        long due(long slot) {
            return firstMillis + slot * cadence.toMillis();
        }

        Instant start() {
            return clock.utcOf(cells.getFirst().dueMillis);
        }

        void appendTo(List<Slot> slots) {
            date();
            cells.forEach(cell -> slots.add(cell.slot));
        }

        /** Dates all slots anew if the clock has made a step. */
        private void date() {
            if (datedAt != clock.steps()) {
                for (int left = cells.size(); left > 0; left--) {
                    cells.addLast(cells.removeFirst().dated(clock));
                }
                datedAt = clock.steps();
            }
        }
    }
}
