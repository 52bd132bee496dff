package dev.linkscope.rules.network;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.rules.PrinterCase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When the server pane was measured: what logs tell of lies within, or before. */
final class MeasuredTime {
    private MeasuredTime() {}

    /** Whether something happened while the pane was measured. */
    static boolean holds(PrinterCase printer, PastEvent event) {
        return begin(printer).filter(begin -> !event.to().isBefore(begin)).isPresent();
    }

    /** When the first slot was due; empty if nothing was measured. */
    static Optional<Instant> begin(PrinterCase printer) {
        return printer.server().trace().slots().findFirst().map(Slot::scheduled);
    }

    /** When the last slot was due, which is now; the epoch if nothing was measured. */
    static Instant end(PrinterCase printer) {
        List<Segment> segments = printer.server().trace().segments();
        return segments.isEmpty() || segments.getLast().slots().isEmpty()
                ? Instant.EPOCH
                : segments.getLast().slots().getLast().scheduled();
    }

    /** Measured slots after the last failed one; all of them without any. */
    static int okSince(PrinterCase printer) {
        int ok = 0;
        List<Segment> segments = printer.server().trace().segments();
        for (int i = segments.size() - 1; i >= 0; i--) {
            List<Slot> slots = segments.get(i).slots();
            for (int k = slots.size() - 1; k >= 0; k--) {
                if (slots.get(k).failed()) {
                    return ok;
                }
                ok += slots.get(k).measured() ? 1 : 0;
            }
        }
        return ok;
    }
}
