package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * All printers' slots on one UTC grid. A cell is failed if at least half of the slots that a
 * printer measured in it failed, and blind if none was measured. Times without a slot of any
 * printer are left out, down to a few blind cells: traces may lie years apart.
 */
final class FarmGrid {
    private final List<String> names;
    private final long cadenceMillis;
    private final GridRanges ranges;
    private final byte[][] states;
    private final @Nullable CellPairs[] pairs;

    private FarmGrid(List<String> names, long cadenceMillis, GridRanges ranges, byte[][] states) {
        this.names = names;
        this.cadenceMillis = cadenceMillis;
        this.ranges = ranges;
        this.states = states;
        this.pairs = new CellPairs[names.size()];
    }

    static FarmGrid of(List<NamedTrace> traces, Duration cadence) {
        long millis = cadence.toMillis();
        if (millis <= 0) {
            throw new IllegalArgumentException("the grid needs a cadence of 1 ms or more");
        }
        GridRanges.Collector spans = new GridRanges.Collector();
        for (NamedTrace named : traces) {
            for (Segment segment : named.trace().segments()) {
                spans.add(
                        cell(segment.start(), millis),
                        cell(segment.slots().getLast().scheduled(), millis));
            }
        }
        List<String> names = traces.stream().map(NamedTrace::name).toList();
        var grid = new FarmGrid(names, millis, spans.ranges(), new byte[names.size()][]);
        for (int printer = 0; printer < names.size(); printer++) {
            grid.states[printer] = grid.row(traces.get(printer).trace());
        }
        return grid;
    }

    /**
     * The same, with members blind in their shared outages and where they fail at the edges of
     * them: what is left is each printer's own.
     */
    FarmGrid without(List<SharedRun> shared) {
        byte[][] own = states.clone();
        var copied = new BitSet(own.length);
        for (SharedRun run : shared) {
            int from = Math.max(0, run.from() - SharedRun.EDGE);
            int to = Math.min(cells() - 1, run.to() + SharedRun.EDGE);
            run.members().stream()
                    .forEach(printer -> {
                        if (!copied.get(printer)) {
                            own[printer] = own[printer].clone();
                            copied.set(printer);
                        }
                        for (int cell = from; cell <= to; cell++) {
                            boolean within = run.from() <= cell && cell <= run.to();
                            if (within || own[printer][cell] == SlotRow.FAILED) {
                                own[printer][cell] = SlotRow.BLIND;
                            }
                        }
                    });
        }
        return new FarmGrid(names, cadenceMillis, ranges, own);
    }

    private static long cell(Instant time, long cadenceMillis) {
        return Math.floorDiv(time.toEpochMilli(), cadenceMillis);
    }

    private byte[] row(Trace trace) {
        int[] failed = new int[ranges.cells()];
        int[] measured = new int[ranges.cells()];
        for (Segment segment : trace.segments()) {
            for (Slot slot : segment.slots()) {
                if (slot.measured()) {
                    int cell = cellOf(slot);
                    measured[cell]++;
                    failed[cell] += slot.failed() ? 1 : 0;
                }
            }
        }
        byte[] row = new byte[measured.length];
        for (int i = 0; i < row.length; i++) {
            byte seen = 2 * failed[i] >= measured[i] ? SlotRow.FAILED : SlotRow.OK;
            row[i] = measured[i] == 0 ? SlotRow.BLIND : seen;
        }
        return row;
    }

    int printers() {
        return states.length;
    }

    int cells() {
        return states.length == 0 ? 0 : states[0].length;
    }

    /** The cell that a slot lies in. */
    int cellOf(Slot slot) {
        return ranges.indexOf(cell(slot.scheduled(), cadenceMillis));
    }

    /** When a cell begins. */
    Instant timeOf(int cell) {
        return Instant.ofEpochMilli(ranges.cellAt(cell) * cadenceMillis);
    }

    /** The printers of these names, as far as they are in the farm. */
    BitSet indexesOf(List<String> wanted) {
        var indexes = new BitSet();
        for (int printer = 0; printer < names.size(); printer++) {
            indexes.set(printer, wanted.contains(names.get(printer)));
        }
        return indexes;
    }

    /** An outage with times and names. */
    SharedOutage described(SharedRun run) {
        return new SharedOutage(
                timeOf(run.from()),
                timeOf(run.to()).plusMillis(cadenceMillis),
                run.members().stream().mapToObj(names::get).toList(),
                measuredIn(run),
                run.pValue(),
                run.test());
    }

    /** How many printers were measured in an outage. */
    int measuredIn(SharedRun run) {
        var measured = new BitSet();
        for (int cell = run.from(); cell <= run.to(); cell++) {
            measured.or(measuredIn(cell));
        }
        return measured.cardinality();
    }

    boolean failed(int printer, int cell) {
        return states[printer][cell] == SlotRow.FAILED;
    }

    boolean ok(int printer, int cell) {
        return states[printer][cell] == SlotRow.OK;
    }

    boolean measured(int printer, int cell) {
        return states[printer][cell] != SlotRow.BLIND;
    }

    /** The printers measured in a cell. */
    BitSet measuredIn(int cell) {
        return in(cell, state -> state != SlotRow.BLIND);
    }

    /** The printers that fail in a cell. */
    BitSet failingIn(int cell) {
        return in(cell, state -> state == SlotRow.FAILED);
    }

    private BitSet in(int cell, IntPredicate wanted) {
        BitSet set = new BitSet(states.length);
        for (int printer = 0; printer < states.length; printer++) {
            if (wanted.test(states[printer][cell])) {
                set.set(printer);
            }
        }
        return set;
    }

    /** Cells of a printer that were measured. */
    int measured(int printer) {
        int count = 0;
        for (byte state : states[printer]) {
            count += state == SlotRow.BLIND ? 0 : 1;
        }
        return count;
    }

    /** How a printer's neighbouring cells follow each other; counted once. */
    CellPairs pairs(int printer) {
        CellPairs known = pairs[printer];
        if (known == null) {
            known = pairs(printer, 1, cells() - 1);
            pairs[printer] = known;
        }
        return known;
    }

    /** The same of the pairs whose second cell lies in {@code from} to {@code to}. */
    CellPairs pairs(int printer, int from, int to) {
        return CellPairs.of(states[printer], from, to);
    }

    /** Each printer's own chance to fail in a cell, {@code (k + ½) / (n + 1)}. */
    double[] ownShares() {
        double[] shares = new double[printers()];
        for (int printer = 0; printer < shares.length; printer++) {
            int failed = 0;
            for (byte state : states[printer]) {
                failed += state == SlotRow.FAILED ? 1 : 0;
            }
            shares[printer] = (failed + 0.5) / (measured(printer) + 1.0);
        }
        return shares;
    }

    /** The last cell that begins at or before a time; -1 before the first. */
    int cellBefore(Instant time) {
        long cell = cell(time, cadenceMillis);
        int low = -1;
        int high = cells();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (ranges.cellAt(middle) <= cell) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A number that depends on the states alone. */
    long hash() {
        long hash = states.length;
        for (byte[] row : states) {
            hash = SplitMix.mix(hash * 31 + Arrays.hashCode(row));
        }
        return hash;
    }
}
