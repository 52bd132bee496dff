package dev.linkscope.ui.printer;

import dev.linkscope.ui.timeline.LaneActions;
import java.time.Instant;

/** Hands what is asked for on the lanes to the card that judges and to the window. */
final class LaneHooks implements LaneActions {
    private final SpanActions spans;
    private Runnable judge = () -> {};

    LaneHooks(SpanActions spans) {
        this.spans = spans;
    }

    /** What judges the marked span. */
    void onJudge(Runnable action) {
        judge = action;
    }

    @Override
    public void judge() {
        judge.run();
    }

    @Override
    public void note(Instant at) {
        spans.note(at);
    }
}
