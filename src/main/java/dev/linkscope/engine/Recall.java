package dev.linkscope.engine;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockMap;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.OutcomeStore.RecordedRun;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts what was measured before this program started back onto the tapes. */
final class Recall {
    private static final Duration LONGEST = Duration.ofHours(24);

    /** Clocks of Pis may be ahead. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private final OutcomeStore store;
    private final PrinterId printer;
    private final Instant now;
    private final Duration shown;
    private final Map<String, RunClock> clocks = new HashMap<>();
    private @Nullable Instant newest;

    /** A recall of the newest {@code shown}, a day at most. */
    Recall(OutcomeStore store, PrinterId printer, Instant now, Duration shown) {
        this.store = store;
        this.printer = printer;
        this.now = now;
        this.shown = shown.compareTo(LONGEST) < 0 ? shown : LONGEST;
    }

    /**
     * Fills the tapes. The last run is left open, so that it can go on.
     *
     * @return the clock of the last run; null if none of it is wanted
     */
    @Nullable RunClock onto(PaneTapes panes, String lastRun) {
        for (String target : panes.targets()) {
            String boot = "";
            for (RecordedRun run : store.read(printer, target, now.minus(shown), now.plus(AHEAD))) {
                panes.end(target);
                play(run, panes, reason(boot, run.run().bootId()));
                boot = run.run().bootId();
                if (!run.run().runId().equals(lastRun)) {
                    panes.end(target);
                }
            }
        }
        return clocks.get(lastRun);
    }

    /** When the newest of it ended. */
    Optional<Instant> newest() {
        return Optional.ofNullable(newest);
    }

    private void play(RecordedRun run, PaneTapes panes, NotMeasured hole) {
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
