package dev.linkscope.stats;

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
 * printer measured in it failed, and blind if none was measured.
 */
final class FarmGrid {
    private final List<String> names;
    private final long cadenceMillis;
    private final long firstCell;
    private final byte[][] states;

    private FarmGrid(List<NamedTrace> traces, long cadenceMillis, long firstCell, int cells) {
        this.names = traces.stream().map(NamedTrace::name).toList();
        this.cadenceMillis = cadenceMillis;
        this.firstCell = firstCell;
        this.states = new byte[traces.size()][];
        for (int printer = 0; printer < states.length; printer++) {
            states[printer] = cells(traces.get(printer).trace().slots(), cells);
        }
    }

    static FarmGrid of(List<NamedTrace> traces, Duration cadence) {
        long millis = cadence.toMillis();
        if (millis <= 0) {
            throw new IllegalArgumentException("the grid needs a cadence of 1 ms or more");
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (NamedTrace named : traces) {
            if (!named.trace().isEmpty()) {
                Slot end = named.trace().segments().getLast().slots().getLast();
                Instant begin = named.trace().segments().getFirst().start();
                first = Math.min(first, cell(begin, millis));
                last = Math.max(last, cell(end.scheduled(), millis));
            }
        }
        int cells = first > last ? 0 : Math.toIntExact(last - first + 1);
        return new FarmGrid(traces, millis, first, cells);
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
        return (int) (cell(slot.scheduled(), cadenceMillis) - firstCell);
    }

    /** When a cell begins. */
    Instant timeOf(int cell) {
        return Instant.ofEpochMilli((firstCell + cell) * cadenceMillis);
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

    /** A printer's own chance to fail in a cell, {@code (k + ½) / (n + 1)} without shared cells. */
    double ownShare(int printer, BitSet shared) {
        int failed = 0;
        for (int cell = 0; cell < cells(); cell++) {
            failed += failed(printer, cell) && !shared.get(cell) ? 1 : 0;
        }
        return (failed + 0.5) / (ownMeasured(printer, shared) + 1.0);
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
