package dev.linkscope.engine;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * An agent that measures the server pane every 10 s whoever listens, keeps what it saw, and sends a
 * client what it does not hold. Its boot clock begins at {@link #START}.
 */
final class RingAgent {
    static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    static final Duration CADENCE = Duration.ofSeconds(10);

    private final String run;
    private final String process;
    private final String boot;
    private final long bootMillis;
    private final List<Entry> entries = new ArrayList<>();
    private final StringBuilder states = new StringBuilder();
    private long base = 1;
    private boolean keepsOutcomes;

    private record Entry(long atMillis, AgentFrame frame) {}

    /** An agent that has begun at a time of its boot clock, with chance from a seed. */
    RingAgent(String run, String process, String boot, long bootMillis, int slots, long seed) {
        this.run = run;
        this.process = process;
        this.boot = boot;
        this.bootMillis = bootMillis;
        var random = new Random(seed);
        var outcomes = new ArrayList<Outcome>();
        for (int slot = 0; slot < slots; slot++) {
            boolean failed = random.nextInt(4) == 0;
            states.append(failed ? 'X' : '1');
            // A slow failure is told after the next slot.
            int took = failed ? 8_000 + random.nextInt(4_900) : 20;
            long due = bootMillis + slot * CADENCE.toMillis();
            outcomes.add(
                    failed
                            ? Outcomes.failed(ProbePlan.SERVER, slot, due, took)
                            : Outcomes.ok(ProbePlan.SERVER, slot, due, took));
        }
        outcomes.sort(Comparator.comparingLong(Outcome::endMillis));
        for (Outcome outcome : outcomes) {
            if (random.nextInt(5) == 0) {
                Fact fact = Fact.known("wifi.signal", String.valueOf(-random.nextInt(90)), "dBm");
                entries.add(
                        new Entry(
                                outcome.endMillis(),
                                new AgentFrame.FactSeen(fact, next(), outcome.endMillis())));
            }
            entries.add(new Entry(outcome.endMillis(), new AgentFrame.Observed(numbered(outcome))));
        }
    }

    private long next() {
        return entries.size() + 1L;
    }

    private Outcome numbered(Outcome outcome) {
        return new Outcome(
                next(),
                outcome.target(),
                outcome.kind(),
                outcome.slot(),
                outcome.startMillis(),
                outcome.endMillis(),
                outcome.state(),
                outcome.phase(),
                outcome.errorClass(),
                outcome.timings(),
                outcome.details());
    }

    /** What became of each slot: 1 ok, X failed. */
    String states() {
        return states.toString();
    }

    /** Number of the newest entry at that time. */
    long last(Instant now) {
        long millis = Duration.between(START, now).toMillis();
        return entries.stream().filter(entry -> entry.atMillis() <= millis).count();
    }

    /** Everything before this entry falls out of its memory. */
    void forgetBefore(long sequence) {
        base = sequence;
    }

    /** The same, but for the outcomes: those it keeps in short. */
    void forgetAllButOutcomesBefore(long sequence) {
        base = sequence;
        keepsOutcomes = true;
    }

    /** Sequences of all outcomes. */
    List<Long> outcomes() {
        return entries.stream()
                .filter(entry -> entry.frame() instanceof AgentFrame.Observed)
                .map(entry -> ((AgentFrame.Observed) entry.frame()).outcome().sequence())
                .toList();
    }

    /** All it has to say at a time to a client that holds so much. */
    List<AgentFrame> says(Position from, Instant now) {
        var frames = new ArrayList<AgentFrame>();
        long boots = Duration.between(START, now).toMillis();
        frames.add(ScriptedLink.hello(process, boot, now, boots));
        frames.add(
                new AgentFrame.Subscribed(
                        "s",
                        run,
                        keepsOutcomes ? 1 : base,
                        last(now) + 1,
                        List.of(
                                new AgentFrame.Schedule(
                                        ProbePlan.SERVER,
                                        dev.linkscope.domain.probe.ProbeKind.SERVER_HTTP,
                                        bootMillis,
                                        CADENCE))));
        boolean known = from != null && from.runId().equals(run);
        long first = known ? from.sequence() + 1 : keepsOutcomes ? 1 : base;
        if (keepsOutcomes) {
            frames.addAll(kept(first));
        } else if (first < base) {
            frames.add(lost(first, base - 1));
        }
        for (long q = Math.max(first, base); q <= last(now); q++) {
            frames.add(entries.get((int) q - 1).frame());
        }
        frames.add(beat(now));
        return frames;
    }

    /** A sign of life; after its last slot its clock stands still. */
    AgentFrame.Heartbeat beat(Instant at) {
        Instant end = START.plusMillis(bootMillis + states.length() * CADENCE.toMillis());
        Instant now = at.isBefore(end) ? at : end;
        long boots = Duration.between(START, now).toMillis();
        return new AgentFrame.Heartbeat(
                last(at), new ClockReading(boots, now), 12_000, 17_000, 9_216, 1_258_291, 0);
    }

    /** Outcomes, and behind those among it what is lost, as far as it tells in one go. */
    private List<AgentFrame> kept(long first) {
        var frames = new ArrayList<AgentFrame>();
        int lostAt = -1;
        long lastLost = 0;
        for (long q = first; q < base; q++) {
            if (entries.get((int) q - 1).frame() instanceof AgentFrame.Observed outcome) {
                frames.add(outcome);
            } else {
                lostAt = frames.size();
                lastLost = q;
            }
        }
        if (lostAt >= 0) {
            var none = new AgentFrame.LostHour(ProbePlan.SERVER, 0, 0, 0, 0);
            frames.add(lostAt, new AgentFrame.Lost(first, lastLost, List.of(none)));
        }
        return frames;
    }

    private AgentFrame.Lost lost(long from, long to) {
        long ok = 0;
        long failed = 0;
        for (Entry entry : entries.subList((int) from - 1, (int) to)) {
            if (entry.frame() instanceof AgentFrame.Observed(Outcome outcome)) {
                ok += outcome.state() == SlotState.OK ? 1 : 0;
                failed += outcome.state() == SlotState.FAILED ? 1 : 0;
            }
        }
        return new AgentFrame.Lost(
                from, to, List.of(new AgentFrame.LostHour(ProbePlan.SERVER, 0, ok, failed, 0)));
    }
}
