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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

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
                null,
                List.of(
                        spec("server", ProbeKind.SERVER_HTTP, cadence, 10, slots),
                        spec("webcam", ProbeKind.WEBCAM_SNAPSHOT, cadence, 5, slots),
                        spec("dns", ProbeKind.DNS, Duration.ofSeconds(10), 3, slots),
                        spec("gateway", ProbeKind.GATEWAY, Duration.ofSeconds(5), 2, slots)));
    }

    private static ProbeSpec spec(
            String target, ProbeKind kind, Duration cadence, int deadlineSeconds, int slots) {
        boolean http = kind == ProbeKind.SERVER_HTTP || kind == ProbeKind.WEBCAM_SNAPSHOT;
        ProbeSpec spec =
                ProbeSpec.of(target, kind, cadence, Duration.ofSeconds(deadlineSeconds))
                        .withSlots(slots);
        return http
                ? spec.withUrl(new TargetUrl("http://example.org"))
                : spec.withName("app.obico.io");
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

    static AgentFrame.Subscribed subscribed(List<AgentFrame> frames) {
        return (AgentFrame.Subscribed) frames.get(1);
    }

    /** Numbers of all entries, in the order in which they came. */
    static List<Long> sequences(List<AgentFrame> frames) {
        return frames.stream()
                .flatMap(frame ->
                        switch (frame) {
                            case AgentFrame.Observed(Outcome outcome) ->
                                    Stream.of(outcome.sequence());
                            case AgentFrame.FactSeen seen -> Stream.of(seen.sequence());
                            default -> Stream.<Long>empty();
                        })
                .toList();
    }

    static List<Fact> facts(List<AgentFrame> frames) {
        return only(frames, AgentFrame.FactSeen.class).stream()
                .map(AgentFrame.FactSeen::fact)
                .toList();
    }

    /** The latest reading of each fact. */
    static List<Fact> latestFacts(List<AgentFrame> frames) {
        Map<String, Fact> latest = new LinkedHashMap<>();
        facts(frames).forEach(fact -> latest.put(fact.key(), fact));
        return List.copyOf(latest.values());
    }

    static <T extends AgentFrame> List<T> only(List<AgentFrame> frames, Class<T> type) {
        return frames.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
