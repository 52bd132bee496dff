package dev.linkscope.engine;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.engine.port.OutcomeStore.RecordedRun;
import java.util.List;
import java.util.Map;

/** Makes traces of what the history holds of a pane. */
public final class RecordedTrace {
    private RecordedTrace() {}

    /**
     * One trace of all runs. What was not measured between them, or is missing within one, is not
     * measured in it; of the newest run, attempts that ended before an earlier one was reported
     * wait until that is known.
     *
     * @param runs of one probe, in the order of time, as an {@code OutcomeStore} reads them
     */
    public static Trace of(List<RecordedRun> runs) {
        if (runs.isEmpty()) {
            return Trace.EMPTY;
        }
        String target = runs.getFirst().schedule().target();
        var tape = new PaneTape(Integer.MAX_VALUE);
        new Playback(new PaneTapes(Map.of(target, tape)))
                .play(target, runs, runs.getLast().run().runId());
        return tape.trace();
    }
}
