package dev.linkscope.agent;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.engine.port.TraceReader.RecordedTrace;
import dev.linkscope.engine.port.UnreadableTraceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Puts the runs of a file one after the other on the UTC clock. */
final class Placement {
    /** A year and a half of slots at a cadence of 10 s; more is a mistake or an attack. */
    private static final long SLOTS_LIMIT = 5_000_000;

    private final Duration cadence;
    private boolean relative;
    private int duplicates;
    private long total;

    /** A placement with the cadence for outcomes that do not tell theirs. */
    Placement(Duration cadence) {
        this.cadence = cadence;
    }

    /** One stretch on the UTC clock. */
    private record Placed(String bootId, Duration cadence, List<Slot> slots) {}

    RecordedTrace place(Collection<Recording> runs) throws UnreadableTraceException {
        List<Placed> all = new ArrayList<>();
        for (Recording run : runs) {
            for (Stretch stretch : run.stretches(cadence)) {
                all.add(placed(run, stretch));
            }
        }
        all.sort(Comparator.comparing(one -> one.slots().getFirst().scheduled()));
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<Slot> slots = new ArrayList<>(all.get(i).slots());
            dropBefore(segments, slots);
            if (i + 1 < all.size()) {
                bridge(all.get(i), all.get(i + 1), slots);
            }
            if (!slots.isEmpty()) {
                segments.add(new Segment(all.get(i).cadence(), slots));
            }
        }
        return new RecordedTrace(new Trace(segments), relative, duplicates);
    }

    private Placed placed(Recording run, Stretch stretch) throws UnreadableTraceException {
        count(stretch.length());
        ClockReading clock = run.clock();
        if (clock == null) {
            relative = true;
            clock = new ClockReading(stretch.startMillis(), Instant.EPOCH);
        }
        duplicates += stretch.duplicates();
        return new Placed(
                run.bootId(), stretch.cadence(), stretch.slots(clock::utcOf, run.missing()));
    }

    /** Two runs that overlap: the earlier one counts. */
    private void dropBefore(List<Segment> segments, List<Slot> slots) {
        if (!segments.isEmpty()) {
            Instant end = segments.getLast().end();
            int before = slots.size();
            slots.removeIf(slot -> slot.scheduled().isBefore(end));
            duplicates += before - slots.size();
        }
    }

    /** Fills the time up to the next run, of which nobody measured anything. */
    private void bridge(Placed from, Placed to, List<Slot> slots) throws UnreadableTraceException {
        NotMeasured reason =
                from.bootId().equals(to.bootId()) ? NotMeasured.AGENT_LOST : NotMeasured.PI_OFF;
        Instant due = from.slots().getLast().scheduled().plus(from.cadence());
        Instant end = to.slots().getFirst().scheduled().minus(from.cadence());
        count(Math.max(0, Duration.between(due, end).dividedBy(from.cadence())));
        for (; !due.isAfter(end); due = due.plus(from.cadence())) {
            slots.add(Slot.notMeasured(due, reason));
        }
    }

    private void count(long slots) throws UnreadableTraceException {
        total += Math.min(slots, SLOTS_LIMIT + 1);
        if (slots < 0 || total > SLOTS_LIMIT) {
            throw new UnreadableTraceException(
                    "too_long",
                    "The file speaks of more than " + SLOTS_LIMIT + " attempts.",
                    "Cut it into shorter pieces.");
        }
    }
}
