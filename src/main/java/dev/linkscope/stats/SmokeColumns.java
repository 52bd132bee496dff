package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.history.Rollup;
import dev.linkscope.domain.history.SmokeColumn;
import dev.linkscope.domain.history.SmokeColumn.Smoke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorts slots into the columns of a chart: how many were measured, how many failed, and where the
 * answer times of those that went well lie. Quantiles are interpolated between order statistics
 * (Hyndman and Fan 1996, type 7). Where only sums are left there is one answer time a sum, its
 * median. Not thread-safe.
 */
public final class SmokeColumns {
    private static final int[] NOTHING = {};

    private final ColumnGrid grid;
    private final int[] measured;
    private final int[] failed;
    private final int[][] micros;
    private final int[] answers;

    /** Empty columns. */
    public SmokeColumns(ColumnGrid grid) {
        this.grid = grid;
        this.measured = new int[grid.columns()];
        this.failed = new int[grid.columns()];
        this.micros = new int[grid.columns()][];
        this.answers = new int[grid.columns()];
        Arrays.fill(micros, NOTHING);
    }

    /** Adds the slots that were due within the span. */
    public void add(Trace trace) {
        trace.slots().filter(Slot::measured).forEach(this::add);
    }

    private void add(Slot slot) {
        int column = grid.of(slot.scheduled());
        if (column < 0) {
            return;
        }
        measured[column]++;
        if (slot.failed()) {
            failed[column]++;
        } else if (slot.latencyMicros() >= 0) {
            add(column, slot.latencyMicros());
        }
    }

    private void add(int column, int latency) {
        int at = answers[column]++;
        if (at == micros[column].length) {
            micros[column] = Arrays.copyOf(micros[column], Math.max(8, 2 * at));
        }
        micros[column][at] = latency;
    }

    /** Adds sums that began within the span. */
    public void add(List<Rollup> sums) {
        for (Rollup sum : sums) {
            int column = grid.of(sum.start());
            if (column >= 0) {
                measured[column] += sum.measured();
                failed[column] += sum.failed();
                Integer median = sum.medianMillis();
                if (median != null) {
                    add(column, median * 1_000);
                }
            }
        }
    }

    /** Slots measured in a column. */
    int measured(int column) {
        return measured[column];
    }

    /** How many of them failed. */
    int failed(int column) {
        return failed[column];
    }

    /** The columns, oldest first. */
    public List<SmokeColumn> columns() {
        var all = new ArrayList<SmokeColumn>(grid.columns());
        for (int i = 0; i < grid.columns(); i++) {
            all.add(
                    new SmokeColumn(
                            grid.start(i), grid.start(i + 1), measured[i], failed[i], smoke(i)));
        }
        return all;
    }

    private @Nullable Smoke smoke(int column) {
        if (answers[column] == 0) {
            return null;
        }
        int[] sorted = Arrays.copyOf(micros[column], answers[column]);
        Arrays.sort(sorted);
        return new Smoke(
                LatencyQuantiles.at(sorted, 0.05),
                LatencyQuantiles.at(sorted, 0.25),
                LatencyQuantiles.at(sorted, 0.50),
                LatencyQuantiles.at(sorted, 0.75),
                LatencyQuantiles.at(sorted, 0.95));
    }
}
