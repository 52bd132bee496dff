package dev.linkscope.demo;

import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ProbeSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run of the simulated agent: a Pi, a boot, and since when which probes run. Equal runs have
 * equal ids and give equal outcomes, so that whoever opens a channel again gets the same history.
 */
final class AgentRun {
    private static final int PROTOCOL = 1;
    private static final String VERSION = "simulated";
    private static final String PYTHON = "3.11.2";
    private static final Set<String> CAPABILITIES =
            Stream.of(
                            ProbeKind.SERVER_HTTP,
                            ProbeKind.WEBCAM_SNAPSHOT,
                            ProbeKind.DNS,
                            ProbeKind.GATEWAY,
                            ProbeKind.INTERNET)
                    .map(ProbeKind::wireName)
                    .collect(Collectors.toUnmodifiableSet());
    private static final long HISTORY = Duration.ofHours(2).toMillis();

    /** The Pi needs this long from power on to the first slot. */
    private static final long STARTING_UP = Duration.ofSeconds(40).toMillis();

    private final SimulatedPi pi;
    private final Boot boot;
    private final Instant farmStart;
    private final long originMillis;
    private final List<ProbeLine> lines;
    private final Dice identity;

    private AgentRun(
            SimulatedPi pi, Boot boot, Instant farmStart, AgentRequest request, long originMillis) {
        this.pi = pi;
        this.boot = boot;
        this.farmStart = farmStart;
        this.originMillis = originMillis;
        this.lines =
                request.probes().stream()
                        .map(spec -> ProbeLine.from(pi, spec, originMillis))
                        .toList();
        Dice dice = pi.dice().with(boot.number()).with(farmStart.toEpochMilli()).with(originMillis);
        for (ProbeSpec spec : request.probes()) {
            dice =
                    dice.with(spec.target())
                            .with(spec.kind().wireName())
                            .with(spec.cadence().toMillis())
                            .with(spec.deadline().toMillis())
                            .with(spec.slots());
        }
        this.identity = dice;
    }

    /**
     * The run that serves a request. Without any probe of a finite number of slots the agent has
     * been probing for two hours before the farm's start, or since the Pi's last start; with one it
     * starts now. Probes that nobody made up are left out without a word.
     */
    static AgentRun serving(
            SimulatedPi pi, Boot boot, Instant farmStart, AgentRequest asked, long nowMillis) {
        AgentRequest request = asked.within(CAPABILITIES);
        boolean endless = request.probes().stream().allMatch(spec -> spec.slots() == 0);
        long earliest = Math.max(-HISTORY, boot.fromMillis() + STARTING_UP);
        return new AgentRun(pi, boot, farmStart, request, endless ? earliest : nowMillis);
    }

    /** The boot it runs in. */
    Boot boot() {
        return boot;
    }

    /** The Pi it runs on. */
    SimulatedPi pi() {
        return pi;
    }

    /** Its id. */
    String id() {
        return uuid(identity.with("run"));
    }

    /** All its entries, from the first on. */
    EntryStream entries() {
        return new EntryStream(this, new OutcomeStream(boot, lines), originMillis);
    }

    /** For how long it has been running at that time. */
    long ranMillis(long millis) {
        return millis - originMillis;
    }

    /** Both clocks at that time. */
    ClockReading clock(long millis) {
        return new ClockReading(boot.clockAt(millis), farmStart.plusMillis(millis));
    }

    /** The first frame of a channel opened at that time. */
    AgentFrame.Hello hello(long millis) {
        return new AgentFrame.Hello(
                PROTOCOL,
                VERSION,
                uuid(identity.with("process")),
                true,
                uuid(pi.dice().with("boot").with(farmStart.toEpochMilli()).with(boot.number())),
                Long.toHexString(pi.dice().with("machine").bits()),
                clock(millis),
                PYTHON,
                CAPABILITIES);
    }

    /** Where the slots lie. */
    AgentFrame.Subscribed subscribed(String subscription, long millis) {
        EntryStream soFar = entries();
        while (soFar.poll(millis) != null) {
            // Counts.
        }
        return new AgentFrame.Subscribed(
                subscription,
                id(),
                1,
                soFar.lastSequence() + 1,
                lines.stream().map(line -> line.schedule(boot)).toList());
    }

    private static String uuid(Dice dice) {
        return new UUID(dice.with(0).bits(), dice.with(1).bits()).toString();
    }
}
