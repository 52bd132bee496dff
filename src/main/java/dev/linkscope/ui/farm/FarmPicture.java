package dev.linkscope.ui.farm;

import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.ui.control.HourShare;
import dev.linkscope.ui.control.OutageLine;
import java.time.Instant;
import java.util.List;

/**
 * Everything that the page of the farm shows, at one moment. Made away from the window's thread;
 * what did not change is the same object as before.
 *
 * @param at by this computer's clock
 * @param from start of what the chart shows
 * @param to its end: as far as anybody measured
 * @param rows in the user's order
 * @param lines of the chart, in the same order
 * @param view what printers have in common
 * @param hours how the hours of the day went, 0 to 23
 * @param status what is said at the lower edge
 */
record FarmPicture(
        Instant at,
        Instant from,
        Instant to,
        List<FarmRow> rows,
        List<OutageLine> lines,
        FarmView view,
        List<HourShare> hours,
        FarmStatus status) {
    FarmPicture {
        rows = List.copyOf(rows);
        lines = List.copyOf(lines);
        hours = List.copyOf(hours);
    }
}
