package dev.linkscope.stats;

import dev.linkscope.domain.loss.Activity;
import java.util.List;

/** Whether the trouble is still going on at the end of the trace. */
final class ActivityRule {
    /** Drop-outs needed to know their rate. */
    private static final int MIN_UNITS = 5;

    /** A silence that the old rate brings less often than this has an end to it. */
    private static final double SURPRISING = 0.05;

    private ActivityRule() {}

    /** Active while failing, or while the silence is no longer than the old rate makes likely. */
    static Activity judge(LivePane pane, List<SlotRow> rows) {
        if (pane.failingNow()) {
            return Activity.ACTIVE;
        }
        int units = DropOuts.notRefuted(rows).count();
        if (units < MIN_UNITS) {
            return Activity.UNKNOWN;
        }
        double rate = units / pane.measuredSeconds();
        return Math.exp(-rate * pane.secondsSinceError()) >= SURPRISING
                ? Activity.ACTIVE
                : Activity.OVER;
    }
}
