package dev.linkscope.faults;

import dev.linkscope.engine.port.SettingsStore.Manners;
import dev.linkscope.settings.JsonSettingsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code linkscope watch} over a farm in namespaces; may be killed and started again. */
final class ChaosWatch implements AutoCloseable {
    static final Duration CADENCE = Duration.ofSeconds(5);

    /** The most that a user may choose, and enough for such a farm at this cadence. */
    private static final Manners MANNERS = new Manners(20, true);

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String OPENED = "incident_opened";

    private final ChaosNet net;
    private final Path home;
    private Process process;

    /** Starts it. */
    ChaosWatch(ChaosNet net, int printers) throws IOException {
        this.net = net;
        home = Files.createDirectories(net.folder().resolve("home"));
        var lines = new StringBuilder("target,name\n");
        for (int number = 0; number < printers; number++) {
            lines.append("root@").append(ChaosNet.address(number)).append(",printer-");
            lines.append(number).append('\n');
        }
        Files.writeString(home.resolve("farm.csv"), lines);
        try (var settings =
                new JsonSettingsStore(home.resolve("settings.json"), InstantSource.system())) {
            settings.save(settings.load().withManners(MANNERS));
        }
        process = started();
    }

    private Process started() throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.linkscope.launch.Main",
                        "watch",
                        "--farm",
                        home.resolve("farm.csv").toString(),
                        "--server",
                        "https://" + Topology.SERVER,
                        "--cadence",
                        CADENCE.toSeconds() + "s",
                        "--identity",
                        net.identity().toString(),
                        "--known-hosts",
                        net.knownHosts().toString(),
                        "--no-listen",
                        "--log",
                        log().toString(),
                        "--store",
                        history().toString());
        var builder =
                new ProcessBuilder(net.app().inside(command))
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        home.resolve("watch.out").toFile()));
        builder.environment().put("LINKSCOPE_HOME", home.toString());
        return builder.start();
    }

    Path log() {
        return home.resolve("events.log");
    }

    Path history() {
        return home.resolve("history.db");
    }

    /** What it printed beside its log. */
    String printed() throws IOException {
        return Files.readString(home.resolve("watch.out"));
    }

    /** Kills it, as a power cut does. */
    void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    /** Starts it again. */
    void again() throws IOException {
        process = started();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Ends it in order; whether it did. */
    boolean end() throws InterruptedException {
        process.destroy();
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /** Its log so far. A kill may have cut a line. */
    List<JsonNode> lines() throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (String line : Files.exists(log()) ? Files.readAllLines(log()) : List.<String>of()) {
            if (line.startsWith("{") && line.endsWith("}")) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    /** Printers by name that were connected at least once, with their ids. */
    Map<String, String> connected() throws IOException {
        var found = new HashMap<String, String>();
        for (JsonNode line : lines()) {
            if (line.path("event").stringValue("").equals("printer_connected")) {
                JsonNode printer = line.get("printer");
                found.put(printer.get("name").stringValue(), printer.get("id").stringValue());
            }
        }
        return found;
    }

    /** Incidents that opened, or that more printers joined, with whom and when it was told. */
    List<Told> told() throws IOException {
        var found = new ArrayList<Told>();
        List<JsonNode> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = lines.get(i);
            String event = line.path("event").stringValue("");
            if (event.equals(OPENED) || event.equals("incident_joined")) {
                JsonNode incident = line.get("incident");
                found.add(
                        new Told(
                                event.equals(OPENED),
                                incident.get("kind").stringValue(),
                                incident.get("printers")
                                        .valueStream()
                                        .map(one -> one.get("name").stringValue())
                                        .toList(),
                                Instant.parse(incident.get("began").stringValue()),
                                Instant.parse(line.get("time").stringValue()),
                                overAfter(lines, i),
                                incident.get("title").stringValue()));
            }
        }
        return found;
    }

    /** When the incident of a line was over; the far future if it lasts. */
    private static Instant overAfter(List<JsonNode> lines, int from) {
        String id = lines.get(from).get("incident").get("id").stringValue();
        return lines.stream()
                .skip(from)
                .filter(line ->
                        line.path("event").stringValue("").equals("incident_recovered")
                                && line.get("incident").get("id").stringValue().equals(id))
                .map(line -> Instant.parse(line.get("time").stringValue()))
                .findFirst()
                .orElse(Instant.MAX);
    }

    /**
     * An incident as it was told.
     *
     * @param opened whether it was new; else more printers joined it
     * @param over when it was told to be over
     */
    record Told(
            boolean opened,
            String kind,
            List<String> printers,
            Instant began,
            Instant told,
            Instant over,
            String title) {}

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        Commands.end(process);
    }
}
