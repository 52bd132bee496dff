package dev.linkscope.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.agent.FaultServer;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.metrics.Exposition;
import dev.linkscope.settings.JsonSettingsStore;
import dev.linkscope.ssh.testkit.TestSshServer;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code watch} as a process, with real agents and a server that fails on purpose. */
@Timeout(120)
class WatchIT {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private Path home;
    @TempDir private Path sshFolder;
    private final HttpClient client = HttpClient.newHttpClient();
    private FaultServer server;
    private Process process;
    private Path out;
    private Path err;

    @BeforeEach
    void begin() {
        server = new FaultServer();
        out = home.resolve("out");
        err = home.resolve("err");
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
        CommandRun.AGENT.close();
        client.close();
        server.close();
    }

    private void watch(Path farm, String... more) throws IOException {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "watch",
                                "--farm",
                                farm.toString(),
                                "--server",
                                server.url("http", ""),
                                "--cadence",
                                "500ms",
                                "--listen",
                                "0"));
        words.addAll(List.of(more));
        start(words.toArray(String[]::new));
    }

    private void start(String... words) throws IOException {
        process = CommandRun.start(home, Map.of(), out.toFile(), err.toFile(), words);
    }

    private Path farm(String lines) throws IOException {
        return Files.writeString(home.resolve("farm.csv"), lines);
    }

    private List<JsonNode> lines() throws IOException {
        String text = Files.exists(out) ? Files.readString(out) : "";
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(JSON::readTree).toList();
    }

    private List<String> events() throws IOException {
        return lines().stream().map(line -> line.path("event").stringValue()).toList();
    }

    private JsonNode awaitEvent(String event) {
        return await(event).atMost(PATIENCE).until(() -> first(event), line -> line != null);
    }

    private JsonNode first(String event) throws IOException {
        return lines().stream()
                .filter(line -> line.path("event").stringValue().equals(event))
                .findFirst()
                .orElse(null);
    }

    private HttpResponse<String> get(String path) throws Exception {
        String base = first("watch_started").path("listen").stringValue();
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private Exposition metrics() throws Exception {
        return Exposition.read(get("/metrics").body());
    }

    private static PrinterId idOf(String target) {
        return new PrinterId(UUID.nameUUIDFromBytes(target.getBytes(StandardCharsets.UTF_8)));
    }

    /** Outcomes of the server pane that were really measured. */
    private List<Outcome> stored(PrinterId printer, String file) {
        Instant now = Instant.now();
        try (OutcomeStore store =
                SqliteHistory.open(home.resolve(file), InstantSource.system()).store()) {
            return store
                    .read(
                            printer,
                            "server",
                            now.minus(Duration.ofHours(1)),
                            now.plus(Duration.ofHours(1)))
                    .stream()
                    .flatMap(run -> run.outcomes().stream())
                    .toList();
        }
    }

    private void terminate() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).as("ends within 10 s").isTrue();
    }

    @Test
    void watchesWhatItCanAndEndsInOrder() throws Exception {
        server.set("server", "500", List.of(4, 5, 6));
        watch(farm("target,name\nlocal,Küche\ntwo words,Bad\nnobody@127.0.0.1:1,Away\n"));
        awaitEvent("printer_connected");
        awaitEvent("printer_failed");
        await().atMost(PATIENCE).until(() -> server.requests("server").size() > 8);
        Exposition page =
                await("the outage is over")
                        .atMost(PATIENCE)
                        .until(this::metrics, seen -> errors(seen) == 3 && attempts(seen) > 6);
        assertThat(page.value("linkscope_printers")).isEqualTo(2);
        assertThat(page.value("linkscope_printer_up", "printer", "Küche")).isEqualTo(1);
        assertThat(page.value("linkscope_printer_up", "printer", "Away")).isZero();
        assertThat(page.value("linkscope_attempts_total", "printer", "Küche"))
                .isLessThanOrEqualTo(server.requests("server").size());
        HttpResponse<String> health = get("/healthz");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(health.body()).path("connected").intValue()).isEqualTo(1);

        terminate();
        assertThat(process.exitValue()).isZero();
        List<String> events = events();
        assertThat(events.subList(0, 2)).containsExactly("entry_unusable", "watch_started");
        assertThat(events.getLast()).isEqualTo("watch_ended");
        assertThat(events).doesNotContain("printer_lost");
        JsonNode failed = first("printer_failed");
        assertThat(failed.path("error").path("code").stringValue()).isEqualTo("connection_refused");
        assertThat(failed.path("triedAgain").booleanValue()).isTrue();
        assertThat(Files.readString(err)).contains("\"two words\"").doesNotContain("Exception");
        assertThat(stored(idOf("local"), "history.db"))
                .hasSizeGreaterThanOrEqualTo((int) attempts(page));
        assertThat(CommandRun.AGENT.processes())
                .as("the agent goes on until its lease is over")
                .hasSize(1);
    }

    private static double errors(Exposition page) {
        return sum(page, "linkscope_errors_total");
    }

    private static double attempts(Exposition page) {
        return sum(page, "linkscope_attempts_total");
    }

    /** 0 before the first outcome. */
    private static double sum(Exposition page, String counter) {
        return page.samples(counter, "printer", "Küche").stream()
                .mapToDouble(Exposition.Sample::value)
                .sum();
    }

    /** A printer in the settings, as the window keeps them. */
    private Printer ofTheWindow() {
        var printer =
                new Printer(
                        PrinterId.random(),
                        "Küche",
                        new Target.Local(),
                        new TargetUrl(server.url("http", "")),
                        null,
                        Duration.ofMillis(500));
        try (var settings =
                new JsonSettingsStore(home.resolve("settings.json"), InstantSource.system())) {
            settings.save(settings.load().withPrinters(List.of(printer)));
        }
        return printer;
    }

    @Test
    void whatWasMeasuredOutlivesAKillAndTheRestComesFromTheAgent() throws Exception {
        Printer printer = ofTheWindow();
        start("watch", "--listen", "0");
        awaitEvent("printer_connected");
        await().atMost(PATIENCE).until(() -> attempts(metrics()) >= 4);
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        int kept = stored(printer.id(), "history.db").size();
        assertThat(kept).as("committed within 250 ms").isGreaterThanOrEqualTo(3);
        int asked = server.requests("server").size();
        await("the agent goes on")
                .atMost(PATIENCE)
                .until(() -> server.requests("server").size() > asked + 3);

        Files.delete(out);
        start("watch", "--listen", "0");
        awaitEvent("printer_connected");
        await().atMost(PATIENCE).until(() -> attempts(metrics()) >= 4);
        terminate();
        List<Outcome> all = stored(printer.id(), "history.db");
        assertThat(all).hasSizeGreaterThan(kept + 3);
        assertThat(all.stream().map(Outcome::sequence)).as("none twice").doesNotHaveDuplicates();
        assertThat(all.stream().map(Outcome::slot).sorted())
                .as("one run without a hole")
                .hasSize((int) (all.getLast().slot() - all.getFirst().slot() + 1));
    }

    @Test
    void aStrangeHostKeyIsThatPrintersFailureAlone() throws Exception {
        try (TestSshServer pi = TestSshServer.start(sshFolder)) {
            watch(
                    farm(pi.target() + ",Strange\nlocal,Küche\n"),
                    "--identity",
                    pi.identity().toString(),
                    "--known-hosts",
                    home.resolve("keys").toString(),
                    "--store",
                    home.resolve("other.db").toString(),
                    "--log",
                    home.resolve("events.log").toString());
            out = home.resolve("events.log");
            awaitEvent("printer_connected");
            JsonNode failed = awaitEvent("printer_failed");
            await().atMost(PATIENCE).until(() -> !server.requests("server").isEmpty());
            assertThat(failed.path("printer").path("name").stringValue()).isEqualTo("Strange");
            JsonNode error = failed.path("error");
            assertThat(error.path("code").stringValue()).isEqualTo("host_key_unknown");
            assertThat(error.path("message").stringValue()).contains("SHA256:");
            assertThat(error.path("nextStep").stringValue()).contains("--trust-new-host-keys");
            assertThat(Files.readString(err)).contains("SHA256:");
            assertThat(failed.path("triedAgain").booleanValue()).isFalse();
            terminate();
            assertThat(process.exitValue()).isZero();
            assertThat(home.resolve("out")).as("the log is elsewhere").isEmptyFile();
            assertThat(stored(idOf("local"), "other.db")).isNotEmpty();
            assertThat(home.resolve("history.db")).doesNotExist();
        }
    }
}
