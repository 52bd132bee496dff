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
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one session has learned: the tapes of its panes, facts, the agent. Every entry goes to the
 * store, also one that is sent again, since the store may have had to let go of it; onto the tapes
 * each goes once. Written by the session's thread alone.
 */
final class SessionRecord {
    private final PrinterId printer;
    private final OutcomeStore store;
    private final FactDiary diary;
    private final InstantSource clock;
    private final Duration shown;
    private final PaneTapes panes;
    private final PiFacts facts = new PiFacts();
    private final RunLog log;
    private final ProbeTallies tallies = new ProbeTallies();
    private final Circumstances circumstances = new Circumstances(ZoneId.systemDefault());
    private final RunTrail trail;
    private AgentFrame.@Nullable Hello greeting;
    private @Nullable RunClock runClock;
    private @Nullable AgentInfo agent;
    private long outcomes;

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
        this.diary = new FactDiary(printer, store);
        this.clock = clock;
        this.shown = shown;
        this.log = new RunLog(printer, store);
        this.panes =
                new PaneTapes(Map.of(ProbePlan.SERVER, tape.get(), ProbePlan.WEBCAM, tape.get()));
        this.trail = new RunTrail(lease, clock.instant());
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
        String run = last.run().runId();
        trail.recall(last, store.lost(run), outlives);
        var recall = new Recall(store, printer, clock.instant(), shown);
        runClock = recall.onto(panes, run);
        trail.heard(recall.newest().orElse(last.run().seenAt()));
    }

    /**
     * How far the current run is held, tapes and store together; null before the first. Waits until
     * what was received is stored.
     */
    @Nullable Position position() {
        String run = trail.runId();
        if (run == null) {
            return null;
        }
        save();
        store.flush();
        return trail.position(run, store.committedSequence(run));
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
                    case AgentFrame.Hello hello -> {
                        greeting = hello;
                        facts.leaveOut(List.of());
                        yield false;
                    }
                    case AgentFrame.Subscribed subscribed -> subscribed(subscribed);
                    case AgentFrame.Observed(Outcome outcome) -> observe(outcome);
                    case AgentFrame.FactSeen seen -> remember(seen);
                    case AgentFrame.Heartbeat beat -> heartbeat(beat);
                    case AgentFrame.Lost missed -> lose(missed);
                    case AgentFrame.LeftOut(List<ProbeKind> kinds) -> {
                        facts.leaveOut(kinds);
                        yield true;
                    }
                    case AgentFrame.Bye(String reason) -> {
                        trail.ended(reason);
                        yield false;
                    }
                    case AgentFrame.Refused _, AgentFrame.Unreadable _ -> false;
                };
        if (!(frame instanceof AgentFrame.Hello)) {
            trail.heard(clock.instant());
        }
        return changed;
    }

    private boolean subscribed(AgentFrame.Subscribed subscribed) {
        AgentFrame.Hello hello = greeting;
        if (hello == null) {
            return false;
        }
        Instant now = clock.instant();
        boolean goesOn = trail.goesOn(subscribed);
        if (!goesOn) {
            if (trail.runId() != null) {
                finish();
            }
            trail.begin(hello, subscribed, now);
            runClock = null;
        }
        RunClock current = runClock;
        if (current == null) {
            current = new RunClock(hello.clock(), now);
            runClock = current;
        } else {
            current.update(hello.clock(), now);
        }
        trail.sentBy(hello);
        agent = new AgentInfo(hello.agentVersion(), hello.python(), trail.seen(), 0, 0, 0, 0);
        log.begin(hello, subscribed.runId(), trail.seen());
        store.clock(subscribed.runId(), current.reading());
        facts.put(current.offsetFact());
        long since = goesOn ? hello.clock().bootMillis() - shown.toMillis() : 0;
        for (AgentFrame.Schedule schedule : subscribed.probes()) {
            if (panes.asked(schedule.target())) {
                store.schedule(subscribed.runId(), schedule);
                panes.schedule(schedule, current, trail.hole(), since);
            }
        }
        return true;
    }

    private boolean observe(Outcome outcome) {
        String run = trail.runId();
        if (run == null) {
            return false;
        }
        boolean fresh = trail.entries().take(outcome.sequence());
        RunClock current = runClock;
        if (fresh && current != null) {
            panes.add(outcome);
            tallies.add(outcome, current.utcOf(outcome.startMillis()));
            outcomes++;
        }
        trail.stored(outcome.sequence());
        log.add(run, outcome);
        return fresh;
    }

    private boolean remember(AgentFrame.FactSeen seen) {
        RunClock current = runClock;
        if (current == null || !trail.entries().take(seen.sequence())) {
            return false;
        }
        facts.put(seen.fact());
        circumstances.seen(seen.fact(), current.utcOf(seen.atMillis()));
        diary.read(seen.fact(), current.utcOf(seen.atMillis()));
        return true;
    }

    private boolean lose(AgentFrame.Lost missed) {
        String run = trail.runId();
        if (run == null || !trail.entries().lose(missed)) {
            return false;
        }
        save();
        store.lost(run, missed);
        return true;
    }

    private boolean heartbeat(AgentFrame.Heartbeat beat) {
        RunClock current = runClock;
        String run = trail.runId();
        AgentInfo known = agent;
        if (current == null || run == null || known == null) {
            return false;
        }
        current.update(beat.clock(), clock.instant());
        store.clock(run, current.reading());
        if (beat.lastSequence() <= trail.entries().last()) {
            // Else what is still on its way may hold slots that time alone would give up.
            panes.advance(beat.clock().bootMillis());
            diary.holds(facts.all(), current.utcOf(beat.clock().bootMillis()));
        }
        agent = known.after(beat);
        return true;
    }

    /** Hands what is not yet saved to the store; called whenever the channel is quiet. */
    void save() {
        String run = trail.runId();
        if (run != null) {
            log.save(run);
        }
    }

    /**
     * The channel has ended; the agent may go on.
     *
     * @param reason why what follows is not measured, should the agent not have gone on
     */
    void channelEnded(NotMeasured reason) {
        save();
        trail.hole(reason);
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

    /** Which run goes on, and why nothing was measured before it. */
    RunTrail trail() {
        return trail;
    }

    /** Facts in the order in which they were first seen. */
    List<Fact> facts() {
        return facts.all();
    }

    /** What every probe has seen so far. */
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
    RunTrail.Restarts restarts() {
        return trail.restarts();
    }

    /** Outcomes received. */
    long outcomes() {
        return outcomes;
    }

    /** Attempts that the agent could no longer hold. */
    long lost() {
        return trail.lost();
    }

    /** How many of them had failed. */
    long lostFailures() {
        return trail.lostFailures();
    }
}
