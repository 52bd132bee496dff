package dev.linkscope.report.pdf;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import java.util.BitSet;

/**
 * A trace on the columns of the paper: how much failed in each, and which of them nobody measured.
 */
final class StripColumns {
    /** From this many slots a column on, any scattered loss would colour every column. */
    private static final int DENSE = 4;

    private final int columns;
    private final boolean dense;
    private final int[] failed;
    private final int[] measured;
    private final BitSet covered;
    private final BitSet blind;

    StripColumns(Trace trace, TimeAxis axis, int columns) {
        this.columns = columns;
        this.dense = trace.slots().count() > (long) DENSE * columns;
        this.failed = new int[columns];
        this.measured = new int[columns];
        this.covered = new BitSet(columns);
        this.blind = new BitSet(columns);
        trace.segments().forEach(segment -> add(segment, axis));
        for (int i = 1; i < trace.segments().size(); i++) {
            // Between two segments nobody measured either.
            int from = column(axis.share(trace.segments().get(i - 1).end()));
            int to = column(axis.share(trace.segments().get(i).start()));
            blind.set(from, Math.max(from, to));
        }
        blind.andNot(covered);
    }

    private void add(Segment segment, TimeAxis axis) {
        for (Slot slot : segment.slots()) {
            int from = column(axis.share(slot.scheduled()));
            // A slot lasts until the next: with few of them, columns between are not blind.
            int to = column(axis.share(slot.scheduled().plus(segment.cadence())));
            (slot.measured() ? covered : blind).set(from, Math.max(from + 1, to));
            if (slot.measured()) {
                int at = column(axis.share(slot.started()));
                measured[at]++;
                failed[at] += slot.failed() ? 1 : 0;
            }
        }
    }

    int count() {
        return columns;
    }

    /** Whether a column holds so many slots that it shows a share of failures, not each. */
    boolean dense() {
        return dense;
    }

    /** Share of failures in a column, where any failure of a column that is not dense is all. */
    float failedShare(int column) {
        if (failed[column] == 0) {
            return 0;
        }
        return dense ? failed[column] / (float) measured[column] : 1;
    }

    /** Columns in which nothing was measured. */
    BitSet blind() {
        return blind;
    }

    private int column(float share) {
        return Math.min(columns - 1, (int) (share * columns));
    }
}
