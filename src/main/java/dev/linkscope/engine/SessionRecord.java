package dev.linkscope.engine;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.Position;
import dev.linkscope.engine.port.ProbeSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one session has learned: the tapes of its panes, facts, the agent. Every entry goes to the
 * store, also one that is sent again, since the store may have had to let go of it; onto the tapes
 * each goes once. Written by the session's thread alone.
 */
final class SessionRecord {
    /** Outcomes handed to the store at once while many arrive together. */
    private static final int BATCH = 256;

    private final PrinterId printer;
    private final OutcomeStore store;
    private final InstantSource clock;
    private final Duration lease;
    private final Duration shown;
    private final PaneTapes panes;
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final List<Outcome> unsaved = new ArrayList<>();
    private final ProbeTallies tallies = new ProbeTallies();
    private final Circumstances circumstances = new Circumstances(ZoneId.systemDefault());
    private EntryLog entries = new EntryLog(0, List.of());
    private AgentFrame.@Nullable Hello greeting;
    private @Nullable RunClock runClock;
    private @Nullable String runId;
    private String bootId = "";
    private String processId = "";
    private boolean outlives;
    private @Nullable AgentInfo agent;
    private Instant runSeen;
    private Instant heard;
    private NotMeasured hole = NotMeasured.NOT_ASKED;
    private Restarts restarts = Restarts.NONE;
    private List<ProbeKind> leftOut = List.of();
    private long lastStored;
    private long outcomes;
    private long lostBefore;
    private long lostFailuresBefore;

    /**
     * An empty record.
     *
     * @param lease how long an agent goes on that hears nothing
     * @param shown how much of the past is wanted
     */
    SessionRecord(
            PrinterId printer,
            OutcomeStore store,
            InstantSource clock,
            Duration lease,
            Duration shown,
            Supplier<PaneTape> tape) {
        this.printer = printer;
        this.store = store;
        this.clock = clock;
        this.lease = lease;
        this.shown = shown;
        this.panes =
                new PaneTapes(Map.of(ProbePlan.SERVER, tape.get(), ProbePlan.WEBCAM, tape.get()));
        this.runSeen = clock.instant();
        this.heard = runSeen;
    }

    /** A new channel is about to be asked for these probes. */
    void asking(List<ProbeSpec> asked) {
        panes.asking(asked);
    }

    /**
     * Begins with what was measured before this program started.
     *
     * @param outlives whether the agent may have gone on since
     */
    void recall(OutcomeStore.LastRun last, boolean outlives) {
        OutcomeStore.Run run = last.run();
        runId = run.runId();
        bootId = run.bootId();
        processId = run.processId();
        runSeen = run.seenAt();
        lastStored = last.sequence();
        entries = new EntryLog(last.sequence(), store.lost(run.runId()));
        var recall = new Recall(store, printer, clock.instant(), shown);
        runClock = recall.onto(panes, run.runId());
        heard = recall.newest().orElse(run.seenAt());
        this.outlives = outlives;
    }

    /**
     * How far the current run is held, tapes and store together; null before the first. Waits until
     * what was received is stored.
     */
    @Nullable Position position() {
        String run = runId;
        if (run == null) {
            return null;
        }
        save();
        store.flush();
        // Facts count as entries but are no rows: without outcome behind them they hold nothing up.
        long committed = store.committedSequence(run);
        boolean whole = committed >= lastStored;
        return new Position(run, whole ? Math.max(committed, entries.last()) : committed);
    }

    /**
     * Takes a frame.
     *
     * @return whether anything that is shown has changed
     * @throws IllegalArgumentException if the frame cannot be true
     */
    boolean apply(AgentFrame frame) {
        boolean changed =
                switch (frame) {
                    case AgentFrame.Hello hello -> greeted(hello);
                    case AgentFrame.Subscribed subscribed -> subscribed(subscribed);
                    case AgentFrame.Observed(Outcome outcome) -> observe(outcome);
                    case AgentFrame.FactSeen seen -> remember(seen);
                    case AgentFrame.Heartbeat beat -> heartbeat(beat);
                    case AgentFrame.Lost missed -> lose(missed);
                    case AgentFrame.LeftOut(List<ProbeKind> kinds) -> leaveOut(kinds);
                    case AgentFrame.Bye(String reason) -> ended(reason);
                    case AgentFrame.Refused _, AgentFrame.Unreadable _ -> false;
                };
        if (!(frame instanceof AgentFrame.Hello)) {
            heard = clock.instant();
        }
        return changed;
    }

    private boolean greeted(AgentFrame.Hello hello) {
        greeting = hello;
        leftOut = List.of();
        return false;
    }

    private boolean subscribed(AgentFrame.Subscribed subscribed) {
        AgentFrame.Hello hello = greeting;
        if (hello == null) {
            return false;
        }
        Instant now = clock.instant();
        boolean goesOn = subscribed.runId().equals(runId);
        if (!goesOn) {
            begin(hello, subscribed, now);
        }
        RunClock current = runClock;
        if (current == null) {
            current = new RunClock(hello.clock(), now);
            runClock = current;
        } else {
            current.update(hello.clock(), now);
        }
        processId = hello.processId();
        outlives = hello.detached();
        agent = new AgentInfo(hello.agentVersion(), hello.python(), runSeen, 0, 0, 0, 0);
        store.beginRun(
                printer,
                new OutcomeStore.Run(
                        subscribed.runId(),
                        hello.bootId(),
                        hello.processId(),
                        hello.agentVersion(),
                        runSeen));
        store.clock(subscribed.runId(), current.reading());
        facts.put("clock.offset", current.offsetFact());
        long since = goesOn ? hello.clock().bootMillis() - shown.toMillis() : 0;
        for (AgentFrame.Schedule schedule : subscribed.probes()) {
            if (panes.asked(schedule.target())) {
                store.schedule(subscribed.runId(), schedule);
                panes.schedule(schedule, current, hole, since);
            }
        }
        return true;
    }

    /** A newer agent takes the old one's place: no restart that anybody has to know of. */
    private boolean ended(String reason) {
        outlives &= !reason.equals("replaced");
        return false;
    }

    /** The run before, if there was one, is over. */
    private void begin(AgentFrame.Hello hello, AgentFrame.Subscribed subscribed, Instant now) {
        if (runId != null) {
            finish();
            var change =
                    new RunChange(
                            hole, bootId, processId, outlives, Duration.between(heard, now), lease);
            hole = change.reason(hello);
            restarts = change.restarted(hello) ? restarts.and(now) : restarts;
            lostBefore += entries.lostAttempts();
            lostFailuresBefore += entries.lostFailures();
        }
        runId = subscribed.runId();
        bootId = hello.bootId();
        runClock = null;
        runSeen = now;
        lastStored = 0;
        entries = new EntryLog(Math.max(0, subscribed.firstSequence() - 1), List.of());
    }

    private boolean observe(Outcome outcome) {
        if (runId == null) {
            return false;
        }
        boolean fresh = entries.take(outcome.sequence());
        RunClock current = runClock;
        if (fresh && current != null) {
            panes.add(outcome);
            tallies.add(outcome, current.utcOf(outcome.startMillis()));
            outcomes++;
        }
        unsaved.add(outcome);
        lastStored = Math.max(lastStored, outcome.sequence());
        if (unsaved.size() >= BATCH) {
            save();
        }
        return fresh;
    }

    private boolean remember(AgentFrame.FactSeen seen) {
        RunClock current = runClock;
        if (current == null || !entries.take(seen.sequence())) {
            return false;
        }
        facts.put(seen.fact().key(), seen.fact());
        circumstances.seen(seen.fact(), current.utcOf(seen.atMillis()));
        store.fact(printer, seen.fact(), current.utcOf(seen.atMillis()));
        return true;
    }

    private boolean lose(AgentFrame.Lost missed) {
        String run = runId;
        if (run == null || !entries.lose(missed)) {
            return false;
        }
        save();
        store.lost(run, missed);
        return true;
    }

    private boolean leaveOut(List<ProbeKind> kinds) {
        leftOut = kinds;
        return true;
    }

    private boolean heartbeat(AgentFrame.Heartbeat beat) {
        RunClock current = runClock;
        String run = runId;
        AgentInfo known = agent;
        if (current == null || run == null || known == null) {
            return false;
        }
        current.update(beat.clock(), clock.instant());
        store.clock(run, current.reading());
        if (beat.lastSequence() <= entries.last()) {
            // Else what is still on its way may hold slots that time alone would give up.
            panes.advance(beat.clock().bootMillis());
        }
        agent =
                new AgentInfo(
                        known.version(),
                        known.python(),
                        known.since(),
                        beat.cpuMillis(),
                        beat.proportionalKib() < 0 ? beat.residentKib() : beat.proportionalKib(),
                        beat.sentBytes(),
                        beat.receivedBytes());
        return true;
    }

    /** Hands what is not yet saved to the store; called whenever the channel is quiet. */
    void save() {
        String run = runId;
        if (run != null && !unsaved.isEmpty()) {
            store.append(run, List.copyOf(unsaved));
            unsaved.clear();
        }
    }

    /**
     * The channel has ended; the agent may go on.
     *
     * @param reason why what follows is not measured, should the agent not have gone on
     */
    void channelEnded(NotMeasured reason) {
        save();
        hole = reason;
    }

    /** The run is over: nothing more will come of it. */
    void finish() {
        panes.end();
        save();
    }

    /** The tape of a pane. */
    PaneTape tape(String target) {
        return panes.tape(target);
    }

    /** Why nothing is measured since the last channel ended. */
    NotMeasured hole() {
        return hole;
    }

    /** When something was last heard of the agent, also before this program started. */
    Instant heard() {
        return heard;
    }

    /** Facts in the order in which they were first seen. */
    List<Fact> facts() {
        var all = new ArrayList<>(facts.values());
        if (!leftOut.isEmpty()) {
            String kinds =
                    leftOut.stream().map(ProbeKind::wireName).collect(Collectors.joining(", "));
            all.add(Fact.known("probe.unavailable", kinds, null));
        }
        return all;
    }

    /** What every probe has seen since the session began. */
    ProbeTallies probes() {
        return tallies;
    }

    /** What prevailed when. */
    Circumstances circumstances() {
        return circumstances;
    }

    /** The agent; null before the first contact. */
    @Nullable AgentInfo agent() {
        return agent;
    }

    /** How often the agent had to begin anew. */
    Restarts restarts() {
        return restarts;
    }

    /** Outcomes received. */
    long outcomes() {
        return outcomes;
    }

    /** Attempts that the agent could no longer hold. */
    long lost() {
        return lostBefore + entries.lostAttempts();
    }

    /** How many of them had failed. */
    long lostFailures() {
        return lostFailuresBefore + entries.lostFailures();
    }

    /**
     * Restarts of the agent that nobody asked for.
     *
     * @param count how many
     * @param last when the last one was noticed; null if there was none
     */
    record Restarts(long count, @Nullable Instant last) {
        static final Restarts NONE = new Restarts(0, null);

        Restarts and(Instant at) {
            return new Restarts(count + 1, Objects.requireNonNull(at));
        }
    }
}
