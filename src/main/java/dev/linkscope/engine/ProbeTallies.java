package dev.linkscope.engine;

import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.BrokenSpan;
import dev.linkscope.domain.probe.Beside;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.domain.probe.Sightings;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.stats.BesidePane;
import dev.linkscope.stats.BrokenAt;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts what each probe of a session has seen. Not thread-safe. */
final class ProbeTallies {
    /** An agent knows about fifty classes; a hostile one must not fill the memory with more. */
    private static final int MOST_CLASSES = 100;

    /** How far back a probe is compared with the panes: what the window shows. */
    private static final Duration BESIDE = Duration.ofHours(2);

    /** Ways that were tried in vain before one went well (wire-protocol.md, gateway). */
    private static final String TRIED = "tried";

    private final Duration beside;
    private final Map<String, Counter> counters = new LinkedHashMap<>();

    /** Counts that are compared with what the window shows. */
    ProbeTallies() {
        this(BESIDE);
    }

    /**
     * Counts without an attempt.
     *
     * @param beside how far back they are compared with the panes
     */
    ProbeTallies(Duration beside) {
        this.beside = beside;
    }

    /** Takes an outcome. */
    void add(Outcome outcome, Instant startedAt) {
        counters.computeIfAbsent(outcome.target(), _ -> new Counter(beside))
                .add(outcome, startedAt);
    }

    /** One tally a probe, in the order in which they were first seen. */
    List<ProbeTally> tallies() {
        return counters.values().stream().map(Counter::tally).toList();
    }

    /**
     * The same, seen beside the panes.
     *
     * @param webcam the webcam pane; empty where there is none
     */
    List<ProbeTally> tallies(Trace server, Trace webcam) {
        return counters.values().stream().map(counter -> counter.tally(server, webcam)).toList();
    }

    /** Failed slots of the server pane with the first link that was broken then. */
    List<BrokenSpan> brokenAt(Trace server) {
        return BrokenAt.of(server, sightings(ProbeKind.GATEWAY), sightings(ProbeKind.INTERNET));
    }

    private List<Sightings> sightings(ProbeKind kind) {
        return counters.values().stream()
                .filter(counter -> counter.is(kind))
                .map(counter -> counter.sightings)
                .toList();
    }

    private static final class Counter {
        private final Map<String, Integer> classes = new HashMap<>();
        private int measured;
        private int failed;
        private int failedInARow;
        private int atOnce;
        private int retried;
        private @Nullable Outcome newest;
        private @Nullable Outcome last;
        private @Nullable Instant lastAt;
        private final Sightings sightings;

        Counter(Duration beside) {
            this.sightings = new Sightings(beside);
        }

        boolean is(ProbeKind kind) {
            return newest != null && newest.kind() == kind;
        }

        void add(Outcome outcome, Instant startedAt) {
            newest = outcome;
            count(outcome);
            if (outcome.state() == SlotState.NOT_MEASURED) {
                return;
            }
            measured++;
            sightings.add(startedAt, outcome.state() == SlotState.FAILED);
            last = outcome;
            lastAt = startedAt;
            if (outcome.state() == SlotState.FAILED) {
                failed++;
                failedInARow++;
            } else {
                failedInARow = 0;
                boolean again = outcome.details().containsKey(TRIED);
                atOnce += again ? 0 : 1;
                retried += again ? 1 : 0;
            }
        }

        private void count(Outcome outcome) {
            if (outcome.errorClass() != null) {
                String name =
                        outcome.phase() == null
                                ? outcome.errorClass()
                                : outcome.phase().wireName() + "." + outcome.errorClass();
                if (classes.size() < MOST_CLASSES || classes.containsKey(name)) {
                    classes.merge(name, 1, Integer::sum);
                }
            }
        }

        ProbeTally tally() {
            Outcome known = Objects.requireNonNull(newest);
            return new ProbeTally(
                    known.target(),
                    known.kind(),
                    measured,
                    failed,
                    // Who never answers the first try does not lose it.
                    retried < atOnce ? retried : 0,
                    failedInARow,
                    classes,
                    last,
                    lastAt,
                    Beside.NOTHING);
        }

        ProbeTally tally(Trace server, Trace webcam) {
            BesidePane besideServer = BesidePane.of(sightings, server);
            BesidePane besideWebcam = BesidePane.of(sightings, webcam);
            return tally().with(
                            new Beside(
                                    besideServer.failing(),
                                    besideServer.ok(),
                                    besideWebcam.failing(),
                                    besideWebcam.ok()));
        }
    }
}
