package dev.linkscope.engine;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.probe.ClockMap;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.OutcomeStore.RecordedRun;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts recorded runs onto tapes, as if they were measured now. */
final class Playback {
    private final PaneTapes panes;
    private final Map<String, RunClock> clocks = new HashMap<>();
    private @Nullable Instant newest;

    /** Plays onto these tapes. */
    Playback(PaneTapes panes) {
        this.panes = panes;
    }

    /**
     * Plays all runs of one pane.
     *
     * @param open the run that may go on: what overlaps at its end waits for its order
     */
    void play(String target, List<RecordedRun> runs, String open) {
        String boot = "";
        for (RecordedRun run : runs) {
            panes.end(target);
            play(run, reason(boot, run.run().bootId()));
            boot = run.run().bootId();
            if (!run.run().runId().equals(open)) {
                panes.end(target);
            }
        }
    }

    /** The clock of a run; null if nothing of it was played. */
    @Nullable RunClock clock(String run) {
        return clocks.get(run);
    }

    /** When the newest of it ended. */
    Optional<Instant> newest() {
        return Optional.ofNullable(newest);
    }

    private void play(RecordedRun run, NotMeasured hole) {
        RunClock clock =
                clocks.computeIfAbsent(
                        run.run().runId(), _ -> RunClock.recorded(ClockMap.newest(run.clocks())));
        String target = run.schedule().target();
        panes.begin(
                panes.tape(target), run.schedule(), clock, hole, run.outcomes().getFirst().slot());
        for (Outcome outcome : run.outcomes()) {
            panes.add(outcome);
            Instant end = clock.utcOf(outcome.endMillis());
            newest = newest == null || end.isAfter(newest) ? end : newest;
        }
    }

    /** The history does not tell why a run ended: most often nobody asked any more. */
    private static NotMeasured reason(String before, String after) {
        return before.isEmpty() || before.equals(after)
                ? NotMeasured.NOT_ASKED
                : NotMeasured.PI_OFF;
    }
}
