package dev.linkscope.faults;

import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ClockMap;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.OutcomeStore.RecordedRun;
import dev.linkscope.store.sqlite.SqliteHistory;
import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@link WatchRun} in the namespace app, and afterwards what it has in its history. */
final class WatchProcess implements AutoCloseable {
    /** Of the probes that are looked at. */
    static final Duration CADENCE = Duration.ofSeconds(1);

    /** Of the slowest of its probes. */
    static final Duration DEADLINE = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PrinterId printer = PrinterId.random();
    private final Path history;
    private final Process process;
    private final List<JsonNode> lines = new CopyOnWriteArrayList<>();

    /** Starts it. */
    WatchProcess(Topology net) throws IOException {
        history = net.folder().resolve("history.db");
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx144m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WatchRun.class.getName(),
                        printer.toString(),
                        history.toString(),
                        net.pi().knownHosts().toString(),
                        net.pi().identity().toString());
        process =
                new ProcessBuilder(net.app().inside(command))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        NamedThreads.platform("watch", this::read).start();
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
                .until(() -> !lines.isEmpty() && latest().get("slots").intValue() >= count);
    }

    /** Waits until its link has come back after that moment. */
    void awaitReturn(Instant moment) {
        await("return of the link").atMost(PATIENCE).until(() -> returned(moment));
    }

    private boolean returned(Instant moment) {
        return changes().stream().anyMatch(change -> change.up() && change.at().isAfter(moment));
    }

    /** Whether it measures now. */
    boolean isUp() {
        return !lines.isEmpty() && text(latest(), "link").equals("MEASURING");
    }

    /** The latest snapshot. */
    JsonNode latest() {
        return lines.getLast();
    }

    /** Changes of its link so far. */
    List<LinkChange> changes() {
        var changes = new ArrayList<LinkChange>();
        boolean up = false;
        for (JsonNode line : lines) {
            boolean now = text(line, "link").equals("MEASURING");
            if (now != up) {
                Instant at = Instant.ofEpochMilli(line.get("at").longValue());
                changes.add(new LinkChange(at, now, text(line, "failure")));
                up = now;
            }
        }
        return changes;
    }

    /** Has it remove the printer, which ends the agent. */
    void removePrinter() throws IOException {
        OutputStream input = process.getOutputStream();
        input.write('\n');
        input.flush();
    }

    /** Ends it and reads its history. */
    Evidence finish() throws Exception {
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("Linkscope does not end");
        }
        var attempts = new ArrayList<Attempted>();
        try (var store = SqliteHistory.open(history, InstantSource.system()).store()) {
            Evidence.TARGETS.forEach(target -> attempts.addAll(read(store, target)));
            return new Evidence(attempts, changes(), read(store, "paths"));
        }
    }

    private List<Attempted> read(OutcomeStore store, String target) {
        Instant now = Instant.now();
        return store
                .read(
                        printer,
                        target,
                        now.minus(Duration.ofHours(1)),
                        now.plus(Duration.ofHours(1)))
                .stream()
                .flatMap(run -> run.outcomes().stream().map(outcome -> attempted(run, outcome)))
                .toList();
    }

    private static Attempted attempted(RecordedRun run, Outcome outcome) {
        boolean failed = outcome.state() == SlotState.FAILED;
        return new Attempted(
                run.run().runId(),
                outcome.target(),
                outcome.slot(),
                ClockMap.utcOf(run.clocks(), outcome.startMillis()),
                switch (outcome.state()) {
                    case OK -> "ok";
                    case FAILED -> "failed";
                    case NOT_MEASURED -> "skipped";
                },
                failed
                        ? String.valueOf(outcome.phase()).toLowerCase(Locale.ROOT)
                                + " "
                                + outcome.errorClass()
                        : "");
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        Commands.end(process);
    }

    private static String text(JsonNode line, String member) {
        return line.path(member).stringValue("");
    }
}
