package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.history.TimedOutcome;
import dev.linkscope.domain.probe.SlotState;

/**
 * One attempt in words.
 *
 * @param timed the attempt
 * @param time when it started, in the user's zone
 * @param probe what was checked
 * @param result what came of it
 * @param phase where it failed; empty unless failed
 * @param words how it failed, or why it was not measured; empty where it is ok
 * @param took from its start to its end
 * @param details further readings on one line
 * @param searched all of it in small letters, for searching
 */
record OutcomeRow(
        TimedOutcome timed,
        String time,
        String probe,
        String result,
        String phase,
        String words,
        String took,
        String details,
        String searched) {
    SlotState state() {
        return timed.outcome().state();
    }
}
