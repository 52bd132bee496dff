package dev.linkscope.report.pdf;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Outage;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/**
 * Every failure at its place in time: a dark stroke each, outages as blocks behind them, what was
 * not measured hatched. Over long spans a stroke is as high as the share of failures in its column.
 */
final class OutageStrip {
    static final float HEIGHT = 20;
    private static final float TRACK = 13;
    private static final float INSET = (HEIGHT - TRACK) / 2;

    /** Width of a column. */
    private static final float COLUMN = 0.5f;

    private static final float MIN_STROKE = 0.8f;
    private static final float MIN_SHARE = 0.12f;
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
        var columns = new StripColumns(trace, axis, Math.round(width / COLUMN));
        ink.fillRound(Palette.TRACK, left, top + INSET, width, TRACK, 1.5f);
        drawOutages(ink, columns.dense(), left, top, width);
        drawBlind(ink, columns.blind(), left, top + INSET, width);
        drawStrokes(ink, columns, left, top + INSET, width);
    }

    /** Outages too short to be seen on a long span are left to their strokes. */
    private void drawOutages(Ink ink, boolean dense, float left, float top, float width)
            throws IOException {
        for (Outage outage : outages) {
            float x = left + axis.share(outage.start()) * width;
            float end = left + axis.share(outage.end()) * width;
            if (dense && end - x < 2 * COLUMN) {
                continue;
            }
            float wide = Math.max(MIN_BLOCK, end - x + 1.2f);
            float start = Math.max(left, Math.min(x - 0.6f, left + width - wide));
            ink.fillRound(Palette.OUTAGE, start, top, wide, HEIGHT, 1.5f);
        }
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

    /** Neighbouring strokes of one height are drawn as one. */
    private static void drawStrokes(
            Ink ink, StripColumns columns, float left, float top, float width) throws IOException {
        int from = 0;
        while (from < columns.count()) {
            float share = columns.failedShare(from);
            int to = from + 1;
            while (to < columns.count() && columns.failedShare(to) == share) {
                to++;
            }
            if (share > 0) {
                float x = Math.min(left + from * COLUMN, left + width - MIN_STROKE);
                float wide = Math.min(Math.max(MIN_STROKE, (to - from) * COLUMN), left + width - x);
                float high = TRACK * Math.max(MIN_SHARE, share);
                ink.fill(Palette.FAILED, x, top + TRACK - high, wide, high);
            }
            from = to;
        }
    }
}
