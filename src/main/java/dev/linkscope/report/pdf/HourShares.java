package dev.linkscope.report.pdf;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Iterator;

/** Attempts and failures of a trace by the hour of the day in a time zone. */
final class HourShares {
    static final int HOURS = 24;

    private final int[] measured = new int[HOURS];
    private final int[] failed = new int[HOURS];

    HourShares(Trace trace, ZoneId zone) {
        // The offset is asked for once a change of the clocks, not for every slot.
        Instant until = Instant.MIN;
        int offset = 0;
        for (Iterator<Slot> slots = trace.slots().iterator(); slots.hasNext(); ) {
            Slot slot = slots.next();
            if (!slot.measured()) {
                continue;
            }
            Instant at = slot.scheduled();
            if (!at.isBefore(until)) {
                ZoneOffset here = zone.getRules().getOffset(at);
                ZoneOffsetTransition next = zone.getRules().nextTransition(at);
                offset = here.getTotalSeconds();
                until = next == null ? Instant.MAX : next.getInstant();
            }
            int hour = (int) (Math.floorMod(at.getEpochSecond() + offset, 86_400L) / 3_600);
            measured[hour]++;
            failed[hour] += slot.failed() ? 1 : 0;
        }
    }

    /** Attempts in the hour from {@code hour}. */
    int measured(int hour) {
        return measured[hour];
    }

    /** Share of failures; 0 where nothing was measured. */
    double share(int hour) {
        return measured[hour] == 0 ? 0 : failed[hour] / (double) measured[hour];
    }

    /** The hour with the largest share; 0 without a failure. */
    int worst() {
        int worst = 0;
        for (int hour = 1; hour < HOURS; hour++) {
            worst = share(hour) > share(worst) ? hour : worst;
        }
        return worst;
    }

    /** Hours of which something is known. */
    int known() {
        int known = 0;
        for (int attempts : measured) {
            known += attempts > 0 ? 1 : 0;
        }
        return known;
    }
}
