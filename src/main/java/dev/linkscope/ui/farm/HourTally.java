package dev.linkscope.ui.farm;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.ui.control.HourShare;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the servers' panes went hour by hour. Traces show two hours; what leaves them is kept here
 * for a week, so that the strip of the day fills while the window is open. Not thread-safe.
 */
final class HourTally {
    private static final long HOUR = 3_600_000;
    private static final int DAY = 24;
    private static final int KEPT = 7 * DAY;

    private final ZoneId zone;
    private final Map<PrinterId, TreeMap<Long, HourShare>> printers = new HashMap<>();

    HourTally(ZoneId zone) {
        this.zone = zone;
    }

    /** Forgets printers that are not watched any more. */
    void retain(Collection<PrinterId> watched) {
        printers.keySet().retainAll(watched);
    }

    /** Takes over a trace; an hour that has partly left it keeps what was known of it. */
    void add(PrinterId printer, Trace trace) {
        var hours = printers.computeIfAbsent(printer, id -> new TreeMap<>());
        count(trace)
                .forEach((hour, share) ->
                        hours.merge(
                                hour,
                                share,
                                (old, now) -> now.measured() >= old.measured() ? now : old));
        while (hours.size() > KEPT) {
            hours.pollFirstEntry();
        }
    }

    private Map<Long, HourShare> count(Trace trace) {
        var hours = new HashMap<Long, HourShare>();
        long hour = Long.MIN_VALUE;
        long offset = 0;
        long[] tally = new long[2];
        for (Slot slot : (Iterable<Slot>) trace.slots()::iterator) {
            long at = slot.scheduled().toEpochMilli();
            if (hour == Long.MIN_VALUE || Math.floorDiv(at + offset, HOUR) != hour) {
                put(hours, hour, tally);
                offset = offset(slot.scheduled());
                hour = Math.floorDiv(at + offset, HOUR);
            }
            tally[0] += slot.measured() ? 1 : 0;
            tally[1] += slot.failed() ? 1 : 0;
        }
        put(hours, hour, tally);
        return hours;
    }

    private static void put(Map<Long, HourShare> hours, long hour, long[] tally) {
        if (tally[0] > 0) {
            hours.put(hour, new HourShare(tally[0], tally[1]));
        }
        Arrays.fill(tally, 0);
    }

    private long offset(Instant at) {
        return 1000L * zone.getRules().getOffset(at).getTotalSeconds();
    }

    /** The hours of the day from 0 to 23, over all days and printers. */
    List<HourShare> hours() {
        long[] measured = new long[DAY];
        long[] failed = new long[DAY];
        printers.values()
                .forEach(hours ->
                        hours.forEach((hour, share) -> {
                            int ofDay = Math.floorMod(hour, DAY);
                            measured[ofDay] += share.measured();
                            failed[ofDay] += share.failed();
                        }));
        var day = new HourShare[DAY];
        Arrays.setAll(day, i -> new HourShare(measured[i], failed[i]));
        return List.of(day);
    }
}
