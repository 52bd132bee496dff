package dev.linkscope.engine;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.rules.Chain;
import dev.linkscope.rules.PrinterCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws up the diagnosis of one session, at most every three seconds and in a large farm more
 * seldom: a session publishes for every probe, and a diagnosis looks at all of them. A pane that
 * changes its state is not kept waiting. Not thread-safe.
 */
final class Diagnostician {
    private static final Duration PAUSE = Duration.ofSeconds(3);

    /** A farm draws up at most twenty diagnoses a second, of all its printers together. */
    private static final Duration SHARE = Duration.ofMillis(50);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final SessionRecord record;
    private final FixPlans plans;
    private @Nullable Diagnosis latest;
    private Instant due = Instant.MIN;
    private List<PaneState> states = List.of();

    Diagnostician(SessionRecord record, FixPlans plans) {
        this.record = record;
        this.plans = plans;
    }

    /**
     * What is concluded, and from what.
     *
     * @param probes what every probe has seen, beside the panes
     * @param chain how the links between the Pi and the server stood
     * @param findings best first
     */
    record Diagnosis(
            List<ProbeTally> probes,
            SideEvidence side,
            List<LayerState> chain,
            List<Finding> findings) {}

    /** The next diagnosis is made anew: something has happened that must not wait. */
    void hurry() {
        due = Instant.MIN;
    }

    /**
     * The diagnosis.
     *
     * @param webcam null if no camera is configured
     * @param facts what is known of the Pi
     * @param told what others than the agent told
     * @param printers how many printers are measured beside each other
     */
    Diagnosis of(
            Instant now,
            int printers,
            PaneSnapshot server,
            @Nullable PaneSnapshot webcam,
            List<Fact> facts,
            Learned.Edition told) {
        Diagnosis known = latest;
        PaneState serverState = server.figures().state();
        List<PaneState> found =
                webcam == null
                        ? List.of(serverState)
                        : List.of(serverState, webcam.figures().state());
        // A clock that was set back must not stop the diagnoses.
        if (known != null
                && found.equals(states)
                && now.isBefore(due)
                && due.isBefore(now.plus(LONGEST_PAUSE.multipliedBy(2)))) {
            return known;
        }
        states = found;
        due = now.plus(pause(printers));
        List<ProbeTally> probes =
                record.probes()
                        .tallies(server.trace(), webcam == null ? Trace.EMPTY : webcam.trace());
        var side =
                new SideEvidence(
                        record.probes().brokenAt(server.trace()),
                        told.witness(),
                        told.past(),
                        told.plugin(),
                        told.series(),
                        record.circumstances().of(server, webcam));
        PrinterCase printer = Cases.printer(server, webcam, probes, facts, side);
        known = new Diagnosis(probes, side, Chain.of(printer), PlannedFindings.of(printer, plans));
        latest = known;
        return known;
    }

    private static Duration pause(int printers) {
        return Duration.ofMillis(
                Math.clamp(
                        SHARE.toMillis() * printers, PAUSE.toMillis(), LONGEST_PAUSE.toMillis()));
    }
}
