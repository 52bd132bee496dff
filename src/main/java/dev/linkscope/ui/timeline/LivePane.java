package dev.linkscope.ui.timeline;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.PaneTimeline;
import dev.linkscope.domain.history.SmokeColumn;
import dev.linkscope.domain.history.SmokeColumn.Smoke;
import dev.linkscope.engine.PaneSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pane over the span that its live trace holds, made again only when there is something new. */
final class LivePane {
    /** Fewer slots have no spread to be shown. */
    private static final int SLOTS_PER_COLUMN = 5;

    private static final int COLUMNS = 90;
    private static final long[] WIDTHS = {
        10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400
    };

    private @Nullable PaneSnapshot pane;
    private long width;
    private PaneTimeline made = empty(new Span(Instant.EPOCH, Instant.EPOCH));

    /** Whether it is the same object: those that hold thousands of slots are slow to compare. */
    @SuppressWarnings("ReferenceEquality")
    static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == other;
    }

    /** Nothing measured. */
    static PaneTimeline empty(Span span) {
        return new PaneTimeline(span, Trace.EMPTY, List.of(), List.of(), List.of(), false);
    }

    /**
     * The pane.
     *
     * @param shown what is in view: the shorter, the narrower are the columns of answer times
     */
    PaneTimeline of(PaneSnapshot newPane, Span shown) {
        long newWidth = width(newPane.trace(), shown.length());
        if (same(newPane, pane) && newWidth == width) {
            return made;
        }
        pane = newPane;
        width = newWidth;
        made = make(newPane, shown, newWidth);
        return made;
    }

    private static PaneTimeline make(PaneSnapshot pane, Span shown, long width) {
        Trace trace = pane.trace();
        if (trace.isEmpty()) {
            return empty(shown);
        }
        var span = new Span(trace.segments().getFirst().start(), trace.segments().getLast().end());
        return new PaneTimeline(
                span, trace, pane.curve(), pane.figures().outages(), smoke(trace, width), false);
    }

    /** Seconds of a column, round, so that columns stay where they are while time goes on. */
    private static long width(Trace trace, Duration shown) {
        long cadence = trace.isEmpty() ? 0 : trace.segments().getLast().cadence().toMillis() / 1000;
        long atLeast = Math.max(SLOTS_PER_COLUMN * cadence, shown.toSeconds() / COLUMNS);
        for (long candidate : WIDTHS) {
            if (candidate >= atLeast) {
                return candidate;
            }
        }
        return atLeast;
    }

    /**
     * Answer times in columns of so many seconds, each with its nearest-rank percentiles.
     *
     * @param width seconds; columns begin at its multiples since 1970
     */
    static List<SmokeColumn> smoke(Trace trace, long width) {
        var columns = new ArrayList<SmokeColumn>();
        var open = new Column();
        for (Segment segment : trace.segments()) {
            for (Slot slot : segment.slots()) {
                long start = Math.floorDiv(slot.scheduled().getEpochSecond(), width) * width;
                if (start != open.start) {
                    open.end(columns, width);
                    open.start = start;
                }
                open.add(slot);
            }
        }
        open.end(columns, width);
        return columns;
    }

    private static final class Column {
        private long start = Long.MIN_VALUE;
        private int measured;
        private int failed;
        private int ok;
        private int[] micros = new int[16];

        void add(Slot slot) {
            measured += slot.measured() ? 1 : 0;
            failed += slot.failed() ? 1 : 0;
            if (slot.latencyMicros() >= 0 && slot.measured() && !slot.failed()) {
                if (ok == micros.length) {
                    micros = Arrays.copyOf(micros, 2 * ok);
                }
                micros[ok++] = slot.latencyMicros();
            }
        }

        void end(List<SmokeColumn> columns, long width) {
            if (measured > 0) {
                Instant from = Instant.ofEpochSecond(start);
                columns.add(
                        new SmokeColumn(from, from.plusSeconds(width), measured, failed, spread()));
            }
            measured = 0;
            failed = 0;
            ok = 0;
        }

        private @Nullable Smoke spread() {
            if (ok == 0) {
                return null;
            }
            Arrays.sort(micros, 0, ok);
            return new Smoke(at(0.05), at(0.25), at(0.5), at(0.75), at(0.95));
        }

        private double at(double share) {
            return micros[(int) Math.ceil(share * ok) - 1] / 1000.0;
        }
    }
}
