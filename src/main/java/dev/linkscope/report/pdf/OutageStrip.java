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

    /** Height of the track as a share of the whole; blocks of outages stand out above and below. */
    private static final float TRACK = 0.65f;

    /** Width of a column. */
    private static final float COLUMN = 0.5f;

    private static final float MIN_STROKE = 0.8f;
    private static final float MIN_SHARE = 0.12f;
    private static final float MIN_BLOCK = 2.4f;

    private final TimeAxis axis;
    private final Trace trace;
    private final List<Outage> outages;
    private final float height;
    private final float track;

    OutageStrip(TimeAxis axis, Trace trace, List<Outage> outages) {
        this(axis, trace, outages, HEIGHT);
    }

    /** A strip of another height in points. */
    OutageStrip(TimeAxis axis, Trace trace, List<Outage> outages, float height) {
        this.axis = axis;
        this.trace = trace;
        this.outages = outages;
        this.height = height;
        this.track = TRACK * height;
    }

    void draw(Ink ink, float left, float top, float width) throws IOException {
        var columns = new StripColumns(trace, axis, Math.round(width / COLUMN));
        float inset = (height - track) / 2;
        ink.fillRound(Palette.TRACK, left, top + inset, width, track, 1.5f);
        drawOutages(ink, columns.dense(), left, top, width);
        drawBlind(ink, columns.blind(), left, top + inset, width);
        drawStrokes(ink, columns, left, top + inset, width);
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
            ink.fillRound(Palette.OUTAGE, start, top, wide, height, 1.5f);
        }
    }

    private void drawBlind(Ink ink, BitSet blind, float left, float top, float width)
            throws IOException {
        for (int from = blind.nextSetBit(0); from >= 0; ) {
            int to = blind.nextClearBit(from);
            float x = left + from * COLUMN;
            float wide = Math.min(Math.max(MIN_BLOCK, (to - from) * COLUMN), left + width - x);
            ink.fill(Palette.PAPER, x, top, wide, track);
            ink.hatch(Palette.GRID, x, top, wide, track);
            from = blind.nextSetBit(to);
        }
    }

    /** Neighbouring strokes of one height are drawn as one. */
    private void drawStrokes(Ink ink, StripColumns columns, float left, float top, float width)
            throws IOException {
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
                float high = track * Math.max(MIN_SHARE, share);
                ink.fill(Palette.FAILED, x, top + track - high, wide, high);
            }
            from = to;
        }
    }
}
