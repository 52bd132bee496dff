package dev.linkscope.faults;

import static org.awaitility.Awaitility.await;

import dev.linkscope.agent.AgentCommand;
import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code wireclient.py} in the namespace app: the agent alone, without anything of Linkscope's. */
final class WireClient implements AutoCloseable {
    /** Of all its probes. */
    static final Duration CADENCE = Duration.ofSeconds(1);

    /** Of the slowest of its probes. */
    static final Duration DEADLINE = Duration.ofSeconds(4);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double MILLIS = 1000.0;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process process;
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();

    /**
     * Starts it.
     *
     * @param lease how long the agent waits for it, in seconds
     */
    WireClient(Topology net, int lease) throws IOException {
        this(
                net,
                lease,
                List.of(
                        server(CADENCE, DEADLINE),
                        probe(
                                "dns",
                                "dns",
                                CADENCE,
                                Duration.ofSeconds(2),
                                Map.of("name", Topology.SERVER)),
                        probe("gateway", "gateway", CADENCE, Duration.ofSeconds(2), Map.of())));
    }

    /** The same with probes of one's own, as the wire protocol has them. */
    WireClient(Topology net, int lease, List<Map<String, Object>> probes) throws IOException {
        Map<String, Object> subscribe = new LinkedHashMap<>();
        subscribe.put("t", "subscribe");
        subscribe.put("id", "faults");
        subscribe.put("instance", "wire");
        subscribe.put("lease", lease);
        subscribe.put("probes", probes);
        Map<String, Object> config =
                Map.of("ssh", ssh(net.pi()), "command", AgentCommand.LINE, "subscribe", subscribe);
        process =
                new ProcessBuilder(
                                net.app()
                                        .inside(
                                                List.of(
                                                        "python3",
                                                        Commands.script("wireclient.py"),
                                                        JSON.writeValueAsString(config))))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        NamedThreads.platform("wire-client", this::read).start();
    }

    private void read() {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                frames.add(JSON.readTree(line));
            }
        } catch (IOException e) {
            // it was ended
        }
    }

    /** Waits until that many attempts at the server are known. */
    void awaitAttempts(int count) {
        await("attempts of the agent")
                .atMost(PATIENCE)
                .until(() -> evidence().of("server").size() >= count);
    }

    /** Waits until its link has come back after that moment. */
    void awaitReturn(Instant moment) {
        await("return of the link")
                .atMost(PATIENCE)
                .until(() -> evidence().returnAfter(moment).isPresent());
    }

    /** Whether its link is up as far as it knows. */
    boolean isUp() {
        List<LinkChange> changes = evidence().changes();
        return !changes.isEmpty() && changes.getLast().up();
    }

    /** Ends the subscription and returns all that came. */
    Evidence finish() throws Exception {
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the client does not end");
        }
        return evidence();
    }

    /** Sequences of each run in the order in which they came. */
    Map<String, List<Long>> sequences() {
        Map<String, List<Long>> found = new LinkedHashMap<>();
        String run = "";
        for (JsonNode frame : frames) {
            if (type(frame).equals("subscribed")) {
                run = frame.get("run").stringValue();
            } else if (frame.has("q")) {
                found.computeIfAbsent(run, _ -> new ArrayList<>()).add(frame.get("q").longValue());
            }
        }
        return found;
    }

    /** Outcomes with the moments at which they came here, in that order. */
    List<Look> looks() {
        double wallAtBoot = 0;
        var looks = new ArrayList<Look>();
        for (JsonNode frame : frames) {
            if (type(frame).equals("hello")) {
                wallAtBoot = wallAtBoot(frame);
            } else if (type(frame).equals("o")) {
                looks.add(
                        new Look(
                                text(frame, "i"),
                                moment(wallAtBoot + frame.get("s").doubleValue()),
                                moment(frame.get("at").doubleValue()),
                                text(frame, "r").equals("failed")));
            }
        }
        return looks;
    }

    private static double wallAtBoot(JsonNode hello) {
        JsonNode clock = hello.get("clock");
        return clock.get(1).doubleValue() - clock.get(0).doubleValue();
    }

    /** All that has come so far. */
    Evidence evidence() {
        var attempts = new ArrayList<Attempted>();
        var changes = new ArrayList<LinkChange>();
        double wallAtBoot = 0;
        String run = "";
        for (JsonNode frame : frames) {
            switch (type(frame)) {
                case "hello" -> wallAtBoot = wallAtBoot(frame);
                case "subscribed" -> run = frame.get("run").stringValue();
                case "link" ->
                        changes.add(
                                new LinkChange(
                                        moment(frame.get("at").doubleValue()),
                                        text(frame, "state").equals("up"),
                                        text(frame, "why")));
                case "o" ->
                        attempts.add(
                                new Attempted(
                                        run,
                                        text(frame, "i"),
                                        frame.get("n").longValue(),
                                        moment(wallAtBoot + frame.get("s").doubleValue()),
                                        text(frame, "r"),
                                        (text(frame, "ph") + " " + text(frame, "c")).strip()));
                default -> {
                    // heartbeats and facts are no evidence
                }
            }
        }
        return new Evidence(attempts, changes, List.of());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        Commands.end(process);
    }

    private static List<String> ssh(Pi pi) {
        return List.of(
                "ssh",
                "-F",
                "none",
                "-T",
                "-o",
                "BatchMode=yes",
                "-o",
                "ConnectTimeout=2",
                "-o",
                "StrictHostKeyChecking=yes",
                "-o",
                "IdentityAgent=none",
                "-o",
                "UserKnownHostsFile=" + pi.knownHosts(),
                "-i",
                pi.identity().toString(),
                "root@" + Topology.PI);
    }

    /** A probe of the server over HTTPS. */
    static Map<String, Object> server(Duration cadence, Duration deadline) {
        return probe(
                "server",
                "server.http",
                cadence,
                deadline,
                Map.of("url", "https://" + Topology.SERVER + "/"));
    }

    /** A probe for all time. */
    static Map<String, Object> probe(
            String target,
            String kind,
            Duration cadence,
            Duration deadline,
            Map<String, Object> more) {
        Map<String, Object> probe = new LinkedHashMap<>(more);
        probe.put("target", target);
        probe.put("probe", kind);
        probe.put("cadence", cadence.toSeconds());
        probe.put("deadline", deadline.toSeconds());
        probe.put("slots", 0);
        return probe;
    }

    private static Instant moment(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * MILLIS));
    }

    private static String type(JsonNode frame) {
        return text(frame, "t");
    }

    private static String text(JsonNode frame, String member) {
        return frame.path(member).stringValue("");
    }
}
