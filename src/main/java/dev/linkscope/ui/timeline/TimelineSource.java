package dev.linkscope.ui.timeline;

import dev.linkscope.engine.history.Timelines;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.ui.common.Background;

/**
 * Where lanes read what lies before the live trace.
 *
 * @param timelines the past of panes and facts; {@link Timelines#NONE} in a report that was opened
 * @param book tells how far back anything is kept
 * @param background where it is read
 */
public record TimelineSource(Timelines timelines, HistoryBook book, Background background) {
    /** Whether there is nothing but the live trace. */
    public boolean liveOnly() {
        return timelines.equals(Timelines.NONE);
    }
}
