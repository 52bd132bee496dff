package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.stats.math.SplitMix;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

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

    private FarmGrid(List<NamedTrace> traces, long cadenceMillis, GridRanges ranges) {
        this.names = traces.stream().map(NamedTrace::name).toList();
        this.cadenceMillis = cadenceMillis;
        this.ranges = ranges;
        this.states = new byte[traces.size()][];
        for (int printer = 0; printer < states.length; printer++) {
            states[printer] = cells(traces.get(printer).trace().slots(), ranges.cells());
        }
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
        return new FarmGrid(traces, millis, spans.ranges());
    }

    private static long cell(Instant time, long cadenceMillis) {
        return Math.floorDiv(time.toEpochMilli(), cadenceMillis);
    }

    private byte[] cells(Stream<Slot> slots, int cells) {
        int[] failed = new int[cells];
        int[] measured = new int[cells];
        slots.filter(Slot::measured)
                .forEach(slot -> {
                    measured[cellOf(slot)]++;
                    failed[cellOf(slot)] += slot.failed() ? 1 : 0;
                });
        byte[] row = new byte[cells];
        for (int i = 0; i < cells; i++) {
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

    String name(int printer) {
        return names.get(printer);
    }

    /** The cell that a slot lies in. */
    int cellOf(Slot slot) {
        return ranges.indexOf(cell(slot.scheduled(), cadenceMillis));
    }

    /** When a cell begins. */
    Instant timeOf(int cell) {
        return Instant.ofEpochMilli(ranges.cellAt(cell) * cadenceMillis);
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
        BitSet set = new BitSet(states.length);
        for (int printer = 0; printer < states.length; printer++) {
            set.set(printer, measured(printer, cell));
        }
        return set;
    }

    /** Cells of a printer that were measured and are not shared. */
    int ownMeasured(int printer, BitSet shared) {
        int count = 0;
        for (int cell = 0; cell < cells(); cell++) {
            count += measured(printer, cell) && !shared.get(cell) ? 1 : 0;
        }
        return count;
    }

    /**
     * Each printer's own chance to fail in a cell, {@code (k + ½) / (n + 1)} without shared cells.
     */
    double[] ownShares(BitSet shared) {
        double[] shares = new double[printers()];
        for (int printer = 0; printer < shares.length; printer++) {
            int failed = 0;
            for (int cell = 0; cell < cells(); cell++) {
                failed += failed(printer, cell) && !shared.get(cell) ? 1 : 0;
            }
            shares[printer] = (failed + 0.5) / (ownMeasured(printer, shared) + 1.0);
        }
        return shares;
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
