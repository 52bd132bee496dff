package dev.linkscope.engine.fix;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.Trial;
import java.time.Instant;

/** Tells whether changes helped. Pure. */
interface Judge {
    /**
     * How a change stands.
     *
     * @param before the slots of its baseline
     * @param after the slots since it was complete
     */
    Verdict judge(Trial trial, Trace before, Trace after, Instant now);

    /** How long a change would have to be watched that is made now. */
    Forecast forecast(Trace before);

    /**
     * A judged change.
     *
     * @param view in figures and words
     * @param next the change as it stands now; equal to what was judged if nothing was decided
     */
    record Verdict(TrialView view, Trial next) {}

    /**
     * What is said before a change.
     *
     * @param sentence how long it will have to be watched, or how much longer before anything is
     *     changed
     * @param ready whether enough was seen to compare a change with
     */
    record Forecast(Statement sentence, boolean ready) {}
}
