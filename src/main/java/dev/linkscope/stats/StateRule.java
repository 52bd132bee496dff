package dev.linkscope.stats;

import dev.linkscope.domain.loss.PaneState;

/** State of a pane from its plain figures. */
final class StateRule {
    private StateRule() {}

    /**
     * The state. Over several cadences the worse of errors per attempt and of time down counts, so
     * that no rate on the page contradicts it. A Pi that drops out is an illness, not a hole in the
     * data: too much lost time is watched.
     */
    static PaneState judge(LivePane pane, Thresholds limits) {
        Double rate = pane.errorRate();
        Double down = pane.timeDown();
        if (rate == null || down == null || pane.attempts() < limits.minAttempts()) {
            return PaneState.NO_DATA;
        }
        if (pane.errors() == pane.attempts()) {
            return PaneState.NO_CONNECTION;
        }
        double worse = Math.max(rate, down);
        if (worse > limits.takeAction()) {
            return PaneState.TAKE_ACTION;
        }
        if (worse >= limits.watch()
                || pane.longestOutageSeconds() >= limits.longOutage().toMillis() * 1e-3
                || pane.lostShare() > limits.maxUnmeasuredShare()) {
            return PaneState.WATCH;
        }
        return pane.attempts() < limits.cleanAttempts()
                ? PaneState.CLEAN_SO_FAR
                : PaneState.HEALTHY;
    }
}
