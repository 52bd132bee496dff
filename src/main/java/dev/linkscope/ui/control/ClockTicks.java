package dev.linkscope.ui.control;

import dev.linkscope.i18n.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where a time axis has its marks: at round times of the user's clock. */
public final class ClockTicks {
    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final long[] UNITS = {
        1_000,
        5_000,
        10_000,
        15_000,
        30_000,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        60 * MINUTE,
        120 * MINUTE,
        180 * MINUTE,
        360 * MINUTE,
        720 * MINUTE,
        DAY,
        7 * DAY
    };

    private final Messages messages;

    /** Marks with labels in this language and zone. */
    public ClockTicks(Messages messages) {
        this.messages = messages;
    }

    /**
     * A mark of the axis.
     *
     * @param at when, epoch milliseconds
     * @param label what stands there
     */
    public record Tick(long at, String label) {}

    /** The marks of the span, at most so many. */
    public List<Tick> of(long from, long to, int most) {
        long unit = unit((to - from) / Math.max(1, most));
        long offset =
                1000L
                        * messages.zone()
                                .getRules()
                                .getOffset(Instant.ofEpochMilli(from))
                                .getTotalSeconds();
        var ticks = new ArrayList<Tick>();
        for (long at = Math.ceilDiv(from + offset, unit) * unit - offset; at <= to; at += unit) {
            ticks.add(new Tick(at, label(unit, Instant.ofEpochMilli(at))));
        }
        return ticks;
    }

    private static long unit(long atLeast) {
        for (long unit : UNITS) {
            if (unit >= atLeast) {
                return unit;
            }
        }
        return UNITS[UNITS.length - 1];
    }

    private String label(long unit, Instant at) {
        if (unit >= DAY) {
            return messages.clock().day(at);
        }
        return unit < MINUTE ? messages.clock().seconds(at) : messages.clock().minutes(at);
    }
}
