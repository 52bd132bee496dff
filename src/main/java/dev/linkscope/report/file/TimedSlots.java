package dev.linkscope.report.file;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Slots that know their times, in any order, as a trace. Of two of one time the first counts. */
final class TimedSlots {
    private record Timed(Slot slot, Duration cadence) {}

    private final List<Timed> all = new ArrayList<>();
    private boolean sorted = true;

    void add(Slot slot, Duration cadence) {
        sorted &= all.isEmpty() || !slot.scheduled().isBefore(all.getLast().slot().scheduled());
        all.add(new Timed(slot, cadence));
    }

    int size() {
        return all.size();
    }

    /** A trace, and how many slots were left out because theirs was taken. */
    record Ordered(Trace trace, int duplicates) {}

    Ordered ordered() {
        if (!sorted) {
            all.sort(Comparator.comparing(timed -> timed.slot().scheduled()));
        }
        List<Segment> segments = new ArrayList<>();
        List<Slot> open = new ArrayList<>();
        Duration cadence = Duration.ZERO;
        int duplicates = 0;
        for (Timed timed : all) {
            Instant at = timed.slot().scheduled();
            if (!open.isEmpty() && at.equals(open.getLast().scheduled())) {
                duplicates++;
                continue;
            }
            if (!open.isEmpty()
                    && !(timed.cadence().equals(cadence) && follows(open, at, cadence))) {
                segments.add(new Segment(cadence, open));
                open = new ArrayList<>();
            }
            cadence = timed.cadence();
            open.add(timed.slot());
        }
        segments.add(new Segment(cadence, open));
        return new Ordered(new Trace(segments), duplicates);
    }

    /** Whether it is the very next slot, within half a cadence. */
    private static boolean follows(List<Slot> open, Instant at, Duration cadence) {
        Duration away = Duration.between(open.getLast().scheduled(), at).minus(cadence).abs();
        return away.multipliedBy(2).compareTo(cadence) < 0;
    }
}
