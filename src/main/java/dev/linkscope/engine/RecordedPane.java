package dev.linkscope.engine;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.engine.port.OutcomeStore.RecordedRun;
import java.util.List;
import java.util.Map;

/**
 * The trace of one pane, put together from parts of the history, so that no more than a part of it
 * has to be in memory as outcomes. Not thread-safe.
 */
public final class RecordedPane {
    /** A month at twice the usual pace; older slots are let go. */
    private static final int MOST_SLOTS = 2 * 31 * 8_640;

    private final String target;
    private final PaneTape tape = new PaneTape(MOST_SLOTS);
    private final PaneTapes panes;
    private final Playback playback;

    /**
     * A pane of which nothing was read yet.
     *
     * @param target id of its probe, such as {@code server}
     */
    public RecordedPane(String target) {
        this.target = target;
        this.panes = new PaneTapes(Map.of(target, tape));
        this.playback = new Playback(panes);
    }

    /**
     * Takes the next part; a run that the parts cut in two goes on.
     *
     * @param runs of this probe, in the order of time, none before those of the last part
     * @throws IllegalArgumentException if a slot cannot be
     */
    public void add(List<RecordedRun> runs) {
        playback.goOn(target, runs);
    }

    /** Everything that was taken; what is missing within it was not measured. */
    public Trace trace() {
        panes.end();
        return tape.trace();
    }
}
