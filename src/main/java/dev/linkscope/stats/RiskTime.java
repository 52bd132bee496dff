package dev.linkscope.stats;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.loss.Outage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The slots in which an outage could begin: those measured, without the rest of outages under way.
 * Counting time within outages would make whatever comes with long ones look frequent.
 */
final class RiskTime {
    private final long[] moments;
    private final double[] seconds;
    private final int[] segment;
    private final boolean[] begins;

    private RiskTime(long[] moments, double[] seconds, int[] segment, boolean[] begins) {
        this.moments = moments;
        this.seconds = seconds;
        this.segment = segment;
        this.begins = begins;
    }

    /** That of a trace with its outages, in the order of time. */
    static RiskTime of(Trace trace, List<Outage> outages) {
        int most = (int) trace.slots().count();
        var moments = new long[most];
        var seconds = new double[most];
        var segment = new int[most];
        var begins = new boolean[most];
        int size = 0;
        int next = 0;
        long downUntil = Long.MIN_VALUE;
        for (int part = 0; part < trace.segments().size(); part++) {
            Segment slots = trace.segments().get(part);
            for (Slot slot : slots.slots()) {
                long at = slot.started().toEpochMilli();
                boolean start =
                        next < outages.size() && outages.get(next).start().toEpochMilli() <= at;
                if (start) {
                    downUntil = outages.get(next++).end().toEpochMilli();
                }
                boolean goesOn = !start && slot.scheduled().toEpochMilli() < downUntil;
                if (slot.measured() && !goesOn) {
                    moments[size] = at;
                    seconds[size] = slots.cadence().toMillis() * 1e-3;
                    segment[size] = part;
                    begins[size++] = start;
                }
            }
        }
        return new RiskTime(moments, seconds, segment, begins).first(size);
    }

    /** Only the slots that are marked. */
    RiskTime only(boolean[] marked) {
        var moments = new long[size()];
        var seconds = new double[size()];
        var segment = new int[size()];
        var begins = new boolean[size()];
        int size = 0;
        for (int i = 0; i < size(); i++) {
            if (marked[i]) {
                moments[size] = this.moments[i];
                seconds[size] = this.seconds[i];
                segment[size] = this.segment[i];
                begins[size++] = this.begins[i];
            }
        }
        return new RiskTime(moments, seconds, segment, begins).first(size);
    }

    /** The same with outages that began less than a time apart counted once. */
    RiskTime apart(Duration least) {
        boolean[] thinned = new boolean[size()];
        long next = Long.MIN_VALUE;
        for (int i = 0; i < thinned.length; i++) {
            thinned[i] = begins[i] && moments[i] >= next;
            next = thinned[i] ? moments[i] + least.toMillis() : next;
        }
        return new RiskTime(moments, seconds, segment, thinned);
    }

    private RiskTime first(int size) {
        return new RiskTime(
                Arrays.copyOf(moments, size),
                Arrays.copyOf(seconds, size),
                Arrays.copyOf(segment, size),
                Arrays.copyOf(begins, size));
    }

    /** How many slots there are. */
    int size() {
        return moments.length;
    }

    /** When each slot's attempt started, in milliseconds since 1970; not to be written to. */
    long[] moments() {
        return moments;
    }

    /** How much time a slot stands for. */
    double seconds(int slot) {
        return seconds[slot];
    }

    /** Whether two slots are of one segment. */
    boolean together(int slot, int other) {
        return segment[slot] == segment[other];
    }

    /** Whether an outage began in a slot. */
    boolean begins(int slot) {
        return begins[slot];
    }
}
