package dev.linkscope.ui.timeline;

import java.time.Instant;

/** What can be asked for on a lane beyond looking. */
public interface LaneActions {
    /** Nothing. */
    LaneActions NONE =
            new LaneActions() {
                @Override
                public void judge() {}

                @Override
                public void note(Instant at) {}
            };

    /** Judges the marked span. */
    void judge();

    /** Lets the user write a note about a moment. */
    void note(Instant at);
}
