package dev.linkscope.demo;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.AgentChannel;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.AgentRequest;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.ProbeSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A farm whose time moves only when told, and what its printers send. */
final class Visit {
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    static final Duration CADENCE = Duration.ofSeconds(10);
    static final Duration LEASE = Duration.ofSeconds(60);

    /** Connecting really waits; this makes it short. */
    private static final double SPEED = 100;

    private final AtomicLong nanos = new AtomicLong(7_000_000_000L);
    private final SimulatedFarm farm;

    Visit() {
        this(1);
    }

    Visit(long seed) {
        this.farm = new SimulatedFarm(InstantSource.fixed(START), nanos::get, seed, SPEED);
    }

    /** Lets simulated time pass. */
    void pass(Duration simulated) {
        nanos.addAndGet((long) (simulated.toNanos() / SPEED));
    }

    AgentChannel open(String scenario) throws LinkException {
        return open(scenario, 0);
    }

    AgentChannel open(String scenario, int slots) throws LinkException {
        return open(scenario, request(slots, CADENCE, LEASE));
    }

    AgentChannel open(String scenario, AgentRequest request) throws LinkException {
        return farm.link(printer(scenario)).open(request, ConnectProgress.NONE);
    }

    /** What a channel delivers at once when it is opened. */
    List<AgentFrame> history(String scenario) {
        try (AgentChannel channel = open(scenario)) {
            return drain(channel);
        } catch (LinkException e) {
            throw new AssertionError(scenario, e);
        }
    }

    /** All frames that are due now. */
    static List<AgentFrame> drain(AgentChannel channel) throws LinkException {
        List<AgentFrame> frames = new ArrayList<>();
        AgentFrame frame = channel.poll(Duration.ZERO);
        while (frame != null) {
            frames.add(frame);
            frame = channel.poll(Duration.ZERO);
        }
        return frames;
    }

    static Printer printer(String scenario) {
        return Scenarios.named(scenario).orElseThrow().printer();
    }

    static AgentRequest request(int slots, Duration cadence, Duration lease) {
        return new AgentRequest(
                "sub",
                "instance",
                lease,
                List.of(
                        spec("server", ProbeKind.SERVER_HTTP, cadence, 10, slots),
                        spec("webcam", ProbeKind.WEBCAM_SNAPSHOT, cadence, 5, slots),
                        spec("dns", ProbeKind.DNS, Duration.ofSeconds(10), 3, slots),
                        spec("gateway", ProbeKind.GATEWAY, Duration.ofSeconds(5), 2, slots)));
    }

    private static ProbeSpec spec(
            String target, ProbeKind kind, Duration cadence, int deadlineSeconds, int slots) {
        boolean http = kind == ProbeKind.SERVER_HTTP || kind == ProbeKind.WEBCAM_SNAPSHOT;
        return new ProbeSpec(
                target,
                kind,
                cadence,
                Duration.ofSeconds(deadlineSeconds),
                http ? new TargetUrl("http://example.org") : null,
                kind == ProbeKind.DNS ? "app.obico.io" : null,
                slots);
    }

    static List<Outcome> outcomes(List<AgentFrame> frames) {
        return only(frames, AgentFrame.Observed.class).stream()
                .map(AgentFrame.Observed::outcome)
                .toList();
    }

    static List<Outcome> outcomes(List<AgentFrame> frames, String target) {
        return outcomes(frames).stream()
                .filter(outcome -> outcome.target().equals(target))
                .sorted((a, b) -> Long.compare(a.slot(), b.slot()))
                .toList();
    }

    static double errorShare(List<Outcome> outcomes) {
        return outcomes.stream().filter(Visit::failed).count() / (double) outcomes.size();
    }

    static boolean failed(Outcome outcome) {
        return outcome.state() == SlotState.FAILED;
    }

    static AgentFrame.Hello hello(List<AgentFrame> frames) {
        return (AgentFrame.Hello) frames.getFirst();
    }

    static List<Fact> facts(List<AgentFrame> frames) {
        return only(frames, AgentFrame.FactSeen.class).stream()
                .map(AgentFrame.FactSeen::fact)
                .toList();
    }

    static <T extends AgentFrame> List<T> only(List<AgentFrame> frames, Class<T> type) {
        return frames.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
