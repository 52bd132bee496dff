package dev.linkscope.faults;

import static org.awaitility.Awaitility.await;

import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@link DiagnosisRun} in the namespace app, and what it has said so far. */
final class DiagnosisProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final int FIRST = 2;
    private static final String LOAD = "host.load";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process process;
    private final List<JsonNode> lines = new CopyOnWriteArrayList<>();

    /** Starts it. */
    DiagnosisProcess(Topology net, MatrixCase one) throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx144m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DiagnosisRun.class.getName(),
                        net.folder().resolve("history.db").toString(),
                        net.pi().knownHosts().toString(),
                        net.pi().identity().toString(),
                        one.server(),
                        one.snapshot(),
                        one.of("stream"));
        process =
                new ProcessBuilder(net.app().inside(command))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        NamedThreads.platform("diagnosis", this::read).start();
    }

    private void read() {
        try (var in = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("{")) {
                    lines.add(JSON.readTree(line));
                }
            }
        } catch (IOException e) {
            // it was ended
        }
    }

    /** Waits until its pane shows that many attempts at the server. */
    void awaitAttempts(int count) {
        await("attempts of the agent")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() ->
                        !lines.isEmpty()
                                && latest().get("server").get("attempts").intValue() >= count);
    }

    /** Waits until one of these is told after that moment; whether it was. */
    boolean awaitTold(List<String> expected, long after, Duration longest) {
        try {
            await("diagnosis")
                    .atMost(longest)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> toldAt(expected, after) >= 0);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    /** When one of these was first told after that moment, in ms of this clock; -1 if never. */
    long toldAt(List<String> expected, long after) {
        return lines.stream()
                .filter(line -> line.get("at").longValue() > after)
                .filter(line -> rank(line, expected) > 0)
                .mapToLong(line -> line.get("at").longValue())
                .findFirst()
                .orElse(-1);
    }

    /** At which place one of these is told: 1, 2, or 0 if it is not among the first two. */
    static int rank(JsonNode line, List<String> expected) {
        List<String> told = told(line);
        for (int place = 0; place < Math.min(FIRST, told.size()); place++) {
            if (expected.contains(told.get(place))) {
                return place + 1;
            }
        }
        return beside(line).stream().anyMatch(expected::contains) ? 1 : 0;
    }

    /**
     * Ids of the causes that it claims, best first, but for the load: a Pi in a namespace has that
     * of the computer that runs the tests, and it is true.
     */
    static List<String> told(JsonNode line) {
        return findings(line).map(one -> one.get("id").stringValue()).toList();
    }

    /** The same with how sure it is. */
    static Stream<JsonNode> findings(JsonNode line) {
        return line.get("findings")
                .valueStream()
                .filter(one -> !one.get("id").stringValue().equals(LOAD));
    }

    /** What it says of the link and of measuring itself. */
    static List<String> beside(JsonNode line) {
        var beside = new ArrayList<String>();
        line.get("notes").valueStream().forEach(note -> beside.add(note.stringValue()));
        line.get("holes").valueStream().forEach(hole -> beside.add("hole." + hole.stringValue()));
        if (!line.get("failure").stringValue().isEmpty()) {
            beside.add("failure." + line.get("failure").stringValue());
        }
        return beside;
    }

    /** The line before anything was told, or the latest. */
    JsonNode latest() {
        return lines.getLast();
    }

    /** All lines after that moment. */
    List<JsonNode> since(long after) {
        return lines.stream().filter(line -> line.get("at").longValue() > after).toList();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().close();
        try {
            process.waitFor(4, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        Commands.end(process);
    }
}
