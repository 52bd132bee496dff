package dev.linkscope.engine;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.BrokenSpan;
import dev.linkscope.domain.probe.ClockMap;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.engine.port.OutcomeStore.RecordedRun;
import java.time.Duration;
import java.util.List;

/** Counts what probes saw, from the history. Not thread-safe. */
public final class RecordedProbes {
    private final ProbeTallies tallies;

    /**
     * Nothing was read yet.
     *
     * @param kept how long single sightings are compared with the panes
     */
    public RecordedProbes(Duration kept) {
        this.tallies = new ProbeTallies(kept);
    }

    /** Takes outcomes of any probe; of one probe in the order of time. */
    public void add(List<RecordedRun> runs) {
        for (RecordedRun run : runs) {
            RunClock clock = RunClock.recorded(ClockMap.newest(run.clocks()));
            for (Outcome outcome : run.outcomes()) {
                tallies.add(outcome, clock.utcOf(outcome.startMillis()));
            }
        }
    }

    /** One tally a probe, seen beside the panes. */
    List<ProbeTally> tallies(Trace server, Trace webcam) {
        return tallies.tallies(server, webcam);
    }

    /** Failed slots of the server pane with the first link that was broken then. */
    List<BrokenSpan> brokenAt(Trace server) {
        return tallies.brokenAt(server);
    }
}
