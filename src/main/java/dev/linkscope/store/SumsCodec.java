package dev.linkscope.store;

import dev.linkscope.domain.probe.Phase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Minutes and failures of an hour as bytes, each with a version byte before it. {@code store.md}
 * describes the layout.
 */
final class SumsCodec {
    /** Layout written; another one is refused. */
    private static final byte VERSION = 1;

    private static final int MINUTES = 60;

    private SumsCodec() {}

    /** Minutes of an hour, in order. */
    static byte[] minutes(List<MinuteSums> minutes, @Nullable Integer hourMedian) {
        var out = new VarintOutput();
        int middle = hourMedian == null ? 0 : hourMedian;
        out.unsigned(minutes.size());
        int next = 0;
        for (MinuteSums minute : minutes) {
            out.unsigned(minute.minute() - next);
            next = minute.minute() + 1;
        }
        minutes.forEach(minute -> out.unsigned(minute.ok()));
        minutes.forEach(minute -> out.unsigned(minute.failed()));
        minutes.forEach(minute -> out.unsigned(minute.notMeasured()));
        for (MinuteSums minute : minutes) {
            Integer median = minute.medianMillis();
            out.unsigned(median == null ? 0 : 1 + folded(median - middle));
        }
        return versioned(Zlib.deflate(out.toByteArray()));
    }

    /** What {@link #minutes} wrote. */
    static List<MinuteSums> readMinutes(byte[] bytes, @Nullable Integer hourMedian)
            throws DamagedChunkException {
        checkVersion(bytes);
        var in = new VarintInput(Zlib.inflate(bytes, 1));
        int count = in.count();
        if (count > MINUTES) {
            throw new DamagedChunkException("too many minutes");
        }
        int[] number = new int[count];
        int next = 0;
        for (int i = 0; i < count; i++) {
            number[i] = (int) Math.min(in.unsigned() & Long.MAX_VALUE, MINUTES) + next;
            next = number[i] + 1;
        }
        if (next > MINUTES) {
            throw new DamagedChunkException("no such minute");
        }
        int[] ok = counts(in, count);
        int[] failed = counts(in, count);
        int[] notMeasured = counts(in, count);
        int middle = hourMedian == null ? 0 : hourMedian;
        var minutes = new ArrayList<MinuteSums>(count);
        for (int i = 0; i < count; i++) {
            long median = in.unsigned();
            minutes.add(
                    new MinuteSums(
                            number[i],
                            ok[i],
                            failed[i],
                            notMeasured[i],
                            median == 0 ? null : middle + (int) unfolded(median - 1)));
        }
        return minutes;
    }

    /** Stretches of failures; null for none. */
    static byte @Nullable [] failures(long hour, List<FailureStretch> stretches) {
        if (stretches.isEmpty()) {
            return null;
        }
        var out = new VarintOutput();
        out.unsigned(stretches.size());
        long last = hour * ChunkTable.HOUR_MILLIS;
        for (FailureStretch stretch : stretches) {
            out.signed(stretch.firstDue() - last);
            out.signed(stretch.firstStart() - stretch.firstDue());
            out.unsigned(stretch.lastDue() - stretch.firstDue());
            out.unsigned(stretch.cadenceMicros());
            out.unsigned(stretch.errors());
            out.unsigned(stretch.phases().size());
            stretch.phases()
                    .forEach((phase, count) -> {
                        out.unsigned(StoredNames.code(phase));
                        out.unsigned(count);
                    });
            last = stretch.lastDue();
        }
        return versioned(out.toByteArray());
    }

    /** What {@link #failures} wrote. */
    static List<FailureStretch> readFailures(long hour, byte @Nullable [] bytes)
            throws DamagedChunkException {
        if (bytes == null) {
            return List.of();
        }
        checkVersion(bytes);
        byte[] rest = new byte[bytes.length - 1];
        System.arraycopy(bytes, 1, rest, 0, rest.length);
        var in = new VarintInput(rest);
        int count = in.count();
        var stretches = new ArrayList<FailureStretch>(count);
        long last = hour * ChunkTable.HOUR_MILLIS;
        for (int i = 0; i < count; i++) {
            long due = last + in.signed();
            long start = due + in.signed();
            last = due + in.unsigned();
            long cadence = in.unsigned();
            int errors = (int) in.unsigned();
            stretches.add(new FailureStretch(due, start, last, cadence, errors, phases(in)));
        }
        return stretches;
    }

    private static Map<Phase, Integer> phases(VarintInput in) throws DamagedChunkException {
        var phases = new EnumMap<Phase, Integer>(Phase.class);
        int count = in.count();
        for (int i = 0; i < count; i++) {
            Phase phase = StoredNames.phase(in.unsigned());
            int failures = (int) in.unsigned();
            if (phase != null) {
                phases.put(phase, failures);
            }
        }
        return phases;
    }

    private static int[] counts(VarintInput in, int count) throws DamagedChunkException {
        int[] counts = new int[count];
        for (int i = 0; i < count; i++) {
            counts[i] = (int) in.unsigned();
        }
        return counts;
    }

    private static long folded(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private static long unfolded(long folded) {
        return (folded >>> 1) ^ -(folded & 1);
    }

    private static byte[] versioned(byte[] content) {
        byte[] all = new byte[content.length + 1];
        all[0] = VERSION;
        System.arraycopy(content, 0, all, 1, content.length);
        return all;
    }

    private static void checkVersion(byte[] bytes) throws DamagedChunkException {
        if (bytes.length == 0 || bytes[0] != VERSION) {
            throw new DamagedChunkException("unknown layout");
        }
    }
}
