package dev.linkscope.report.pdf;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Outage;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/**
 * Every failure at its place in time: a dark stroke each, outages as blocks behind them, what was
 * not measured hatched.
 */
final class OutageStrip {
    static final float HEIGHT = 20;
    private static final float TRACK = 13;
    private static final float INSET = (HEIGHT - TRACK) / 2;

    /** Columns of the paper, one each half point. */
    private static final float COLUMN = 0.5f;

    private static final float MIN_STROKE = 0.8f;
    private static final float MIN_BLOCK = 2.4f;

    private final TimeAxis axis;
    private final Trace trace;
    private final List<Outage> outages;

    OutageStrip(TimeAxis axis, Trace trace, List<Outage> outages) {
        this.axis = axis;
        this.trace = trace;
        this.outages = outages;
    }

    void draw(Ink ink, float left, float top, float width) throws IOException {
        int columns = Math.round(width / COLUMN);
        var failed = new BitSet(columns);
        var measured = new BitSet(columns);
        var blind = new BitSet(columns);
        fill(failed, measured, blind, columns);
        blind.andNot(measured);

        ink.fillRound(Palette.TRACK, left, top + INSET, width, TRACK, 1.5f);
        for (Outage outage : outages) {
            float x = left + axis.share(outage.start()) * width;
            float end = left + axis.share(outage.end()) * width;
            float wide = Math.max(MIN_BLOCK, end - x + 1.2f);
            float start = Math.max(left, Math.min(x - 0.6f, left + width - wide));
            ink.fillRound(Palette.OUTAGE, start, top, wide, HEIGHT, 1.5f);
        }
        drawBlind(ink, blind, left, top + INSET, width);
        drawStrokes(ink, failed, left, top + INSET, width);
    }

    /** One segment without a slot in some column must not look blind there: slots have a length. */
    private void fill(BitSet failed, BitSet measured, BitSet blind, int columns) {
        for (Segment segment : trace.segments()) {
            for (Slot slot : segment.slots()) {
                int from = column(axis.share(slot.scheduled()), columns);
                int to =
                        Math.max(
                                from + 1,
                                column(
                                        axis.share(slot.scheduled().plus(segment.cadence())),
                                        columns));
                if (slot.failed()) {
                    failed.set(column(axis.share(slot.started()), columns));
                }
                (slot.measured() ? measured : blind).set(from, to);
            }
        }
        markBetween(blind, columns);
    }

    /** Between two segments nobody measured either. */
    private void markBetween(BitSet blind, int columns) {
        for (int i = 1; i < trace.segments().size(); i++) {
            int from = column(axis.share(trace.segments().get(i - 1).end()), columns);
            int to = column(axis.share(trace.segments().get(i).start()), columns);
            if (to > from) {
                blind.set(from, to);
            }
        }
    }

    private static int column(float share, int columns) {
        return Math.min(columns - 1, (int) (share * columns));
    }

    private static void drawBlind(Ink ink, BitSet blind, float left, float top, float width)
            throws IOException {
        for (int from = blind.nextSetBit(0); from >= 0; ) {
            int to = blind.nextClearBit(from);
            float x = left + from * COLUMN;
            float wide = Math.min(Math.max(MIN_BLOCK, (to - from) * COLUMN), left + width - x);
            ink.fill(Palette.PAPER, x, top, wide, TRACK);
            ink.hatch(Palette.GRID, x, top, wide, TRACK);
            from = blind.nextSetBit(to);
        }
    }

    private static void drawStrokes(Ink ink, BitSet failed, float left, float top, float width)
            throws IOException {
        for (int from = failed.nextSetBit(0); from >= 0; ) {
            int to = failed.nextClearBit(from);
            float x = Math.min(left + from * COLUMN, left + width - MIN_STROKE);
            float wide = Math.min(Math.max(MIN_STROKE, (to - from) * COLUMN), left + width - x);
            ink.fill(Palette.FAILED, x, top, wide, TRACK);
            from = failed.nextSetBit(to);
        }
    }
}
