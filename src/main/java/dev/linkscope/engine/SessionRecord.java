package dev.linkscope.engine;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.ProbeSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one session has learned: the tapes of its panes, facts, the agent. Every frame goes to the
 * store first. Written by the session's thread alone.
 */
final class SessionRecord {
    /** Outcomes handed to the store at once while many arrive together. */
    private static final int BATCH = 256;

    private final PrinterId printer;
    private final OutcomeStore store;
    private final InstantSource clock;
    private final Map<String, PaneTape> tapes;
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Map<String, ProbeSpec> probes = new HashMap<>();
    private final Map<String, SlotOrder> orders = new HashMap<>();
    private final List<Outcome> unsaved = new ArrayList<>();
    private @Nullable RunClock runClock;
    private @Nullable String runId;
    private @Nullable String bootId;
    private @Nullable AgentInfo agent;
    private NotMeasured hole = NotMeasured.NOT_ASKED;
    private long outcomes;
    private long lost;

    /** An empty record. */
    SessionRecord(
            PrinterId printer, OutcomeStore store, InstantSource clock, Supplier<PaneTape> tape) {
        this.printer = printer;
        this.store = store;
        this.clock = clock;
        this.tapes =
                Map.of(
                        ProbePlan.SERVER, tape.get(),
                        ProbePlan.WEBCAM, tape.get());
    }

    /** A new channel is about to be asked for these probes. */
    void asking(List<ProbeSpec> asked) {
        probes.clear();
        asked.forEach(probe -> probes.put(probe.target(), probe));
    }

    /**
     * Takes a frame.
     *
     * @return whether anything that is shown has changed
     * @throws IllegalArgumentException if the frame cannot be true
     */
    boolean apply(AgentFrame frame) {
        switch (frame) {
            case AgentFrame.Hello hello -> begin(hello);
            case AgentFrame.Subscribed subscribed -> subscribed.probes().forEach(this::schedule);
            case AgentFrame.Observed(Outcome outcome) -> observe(outcome);
            case AgentFrame.FactSeen(Fact fact) -> remember(fact);
            case AgentFrame.Heartbeat beat -> heartbeat(beat);
            case AgentFrame.Lost missed -> lost += missed.toSequence() - missed.fromSequence() + 1;
            case AgentFrame.Refused _, AgentFrame.Bye _, AgentFrame.Unreadable _ -> {
                return false;
            }
        }
        return true;
    }

    private void begin(AgentFrame.Hello hello) {
        Instant now = clock.instant();
        if (bootId != null && !bootId.equals(hello.bootId())) {
            hole = NotMeasured.PI_OFF;
        }
        runId = hello.runId();
        bootId = hello.bootId();
        RunClock begun = new RunClock(hello.clock(), now);
        runClock = begun;
        agent = new AgentInfo(hello.agentVersion(), hello.python(), now, 0, 0);
        store.beginRun(
                printer,
                new OutcomeStore.Run(hello.runId(), hello.bootId(), hello.agentVersion(), now));
        store.clock(hello.runId(), begun.reading());
        facts.put("clock.offset", begun.offsetFact());
    }

    private void schedule(AgentFrame.Schedule schedule) {
        RunClock current = runClock;
        String run = runId;
        ProbeSpec probe = probes.get(schedule.target());
        if (current == null || run == null || probe == null || orders.containsKey(probe.target())) {
            return;
        }
        store.schedule(run, schedule);
        PaneTape tape = tapes.get(schedule.target());
        if (tape == null) {
            return;
        }
        tape.begin(current, schedule.firstMillis(), schedule.cadence(), hole);
        orders.put(
                schedule.target(),
                new SlotOrder(
                        schedule.firstMillis(),
                        schedule.cadence(),
                        probe.deadline(),
                        probe.slots(),
                        tape::add,
                        slot -> tape.addMissing(slot, NotMeasured.AGENT_LOST)));
    }

    private void observe(Outcome outcome) {
        SlotOrder order = orders.get(outcome.target());
        if (order != null) {
            order.add(outcome);
        }
        outcomes++;
        unsaved.add(outcome);
        if (unsaved.size() >= BATCH) {
            save();
        }
    }

    private void remember(Fact fact) {
        facts.put(fact.key(), fact);
        store.fact(printer, fact, clock.instant());
    }

    private void heartbeat(AgentFrame.Heartbeat beat) {
        RunClock current = runClock;
        String run = runId;
        AgentInfo known = agent;
        if (current == null || run == null || known == null) {
            return;
        }
        current.update(beat.clock(), clock.instant());
        store.clock(run, current.reading());
        orders.values().forEach(order -> order.advance(beat.clock().bootMillis()));
        agent =
                new AgentInfo(
                        known.version(),
                        known.python(),
                        known.since(),
                        beat.cpuMillis(),
                        beat.residentKib());
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
     * The channel has ended.
     *
     * @param reason why what follows is not measured, until the next run begins
     */
    void channelEnded(NotMeasured reason) {
        orders.values().forEach(SlotOrder::end);
        orders.clear();
        save();
        hole = reason;
    }

    /** The tape of a pane. */
    PaneTape tape(String target) {
        return Objects.requireNonNull(tapes.get(target), target);
    }

    /** Why nothing is measured since the last channel ended. */
    NotMeasured hole() {
        return hole;
    }

    /** Facts in the order in which they were first seen. */
    List<Fact> facts() {
        return List.copyOf(facts.values());
    }

    /** The agent; null before the first contact. */
    @Nullable AgentInfo agent() {
        return agent;
    }

    /** Outcomes received. */
    long outcomes() {
        return outcomes;
    }

    /** Outcomes that the agent could no longer hold. */
    long lost() {
        return lost;
    }
}
