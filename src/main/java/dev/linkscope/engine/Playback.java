package dev.linkscope.engine;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.probe.ClockMap;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.OutcomeStore;
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
    private OutcomeStore.@Nullable Run current;
    private AgentFrame.@Nullable Schedule schedule;
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

    /**
     * Plays what follows of one pane, which is the only one: a run that goes on is not begun anew.
     */
    void goOn(String target, List<RecordedRun> runs) {
        for (RecordedRun run : runs) {
            if (run.run().equals(current) && run.schedule().equals(schedule)) {
                add(run, RunClock.recorded(ClockMap.newest(run.clocks())));
            } else {
                panes.end(target);
                play(run, reason(current == null ? "" : current.bootId(), run.run().bootId()));
            }
            current = run.run();
            schedule = run.schedule();
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
        add(run, clock);
    }

    private void add(RecordedRun run, RunClock clock) {
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
